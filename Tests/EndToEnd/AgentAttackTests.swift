import Foundation
import TestBench
import Testing

/// What can be in the way of the process that keeps keys open, or put in its place.
struct AgentAttackTests {
  private func orgaan(_ bench: Bench) throws -> Outcome {
    try bench.expectNothingWritten { try bench.enter("organisatie", "orgaan", "Raad") }
  }

  /// What a process has open; what is closed meanwhile is not among it.
  private static func openFiles(of process: Int32) -> [String] {
    let folder = "/proc/\(process)/fd"
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
    }
  }

  @Test func `The process is away from the terminal, and its memory is its own`() throws {
    let bench = try Bench.atMachine()
    let shell = try #require(Executable.onPath("sh"))
    // With more open than a program is usually started with.
    let script = "exec 7<\"$2\" 9>\"$3\"; \"$1\" ontgrendel --wachtwoord-bestand \"$2\""
    var variables = bench.environment
    for (name, value) in bench.person { variables[name] = value }
    try RunningProgram(
      shell, ["-c", script, "sh", Executable.waarborg.path, bench.path("wachtwoord"), bench.path("open")],
      environment: variables, directory: bench.root
    ).finish().orThrow()
    let process = try #require(try bench.agents().first)
    func read(_ name: String) -> String {
      String(decoding: FileManager.default.contents(atPath: "/proc/\(process)/\(name)") ?? Data(), as: UTF8.self)
    }
    // Behind the name: state, parent, group, session, terminal (man 5 proc).
    let stat = read("stat").components(separatedBy: ") ").last?.split(separator: " ").map(String.init) ?? []
    #expect(stat[3] == String(process) && stat[4] == "0", "\(stat)")
    let status = read("status")
    #expect(status.contains("Umask:\t0077"))
    #expect(status.firstMatch(of: /VmLck:\s+([0-9]+)/).flatMap { Int($0.1) } ?? 0 > 0, "\(status)")
    #expect(read("limits").firstMatch(of: /Max core file size\s+0\s+0/) != nil)
    // Nobody but root looks into a process that does not let itself be dumped.
    let owner = try FileManager.default.attributesOfItem(atPath: "/proc/\(process)/maps")[.ownerAccountID] as? Int
    #expect(owner == 0)
    if getuid() == 0 {
      var targets: [String] = []
      // Whoever unlocked it may still be letting go.
      #expect(
        try bench.becomes {
          targets = Self.openFiles(of: process)
          return targets.count { $0.hasPrefix("socket:") } == 1
        }, "\(targets)")
      #expect(targets.filter { $0 == "/dev/null" }.count == 3, "\(targets)")
      #expect(!targets.contains { $0.hasSuffix("/wachtwoord") || $0.hasSuffix("/open") }, "\(targets)")
      #expect(targets.contains(bench.agentFolder), "\(targets)")
    }
    let mode = try FileManager.default.attributesOfItem(atPath: bench.agentSocket)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try bench.enter("vergrendel").orThrow()
  }

  @Test func `A socket that is a link is not used, and nothing is asked through it`() throws {
    let bench = try Bench.atMachine()
    try bench.unlock().orThrow()
    try FileManager.default.moveItem(atPath: bench.agentSocket, toPath: bench.path("run/echt.sock"))
    try FileManager.default.createSymbolicLink(
      atPath: bench.agentSocket, withDestinationPath: bench.path("run/echt.sock"))
    let outcome = try orgaan(bench)
    expectAsked(outcome)
    #expect(
      outcome.errors.contains("ontgrendelde sleutels worden niet gebruikt") && outcome.errors.contains("geen socket"))
    expectRefusal(try bench.unlock(), Exit.notPermitted, saying: "geen socket", "rm ")
    expectRefusal(try bench.enter("vergrendel"), Exit.notPermitted, saying: "geen socket")
    // And the process whose socket is no longer in its place ends.
    #expect(try bench.becomes { try bench.agents().isEmpty })
  }

  @Test(.enabled(if: getuid() == 0), arguments: [true, false])
  func `A socket or folder of another user is not used`(isFolder: Bool) throws {
    let bench = try Bench.atMachine()
    try bench.unlock().orThrow()
    #expect(lchown(isFolder ? bench.agentFolder : bench.agentSocket, 65_534, 65_534) == 0)
    let outcome = try orgaan(bench)
    expectAsked(outcome)
    #expect(outcome.errors.contains("van een ander (gebruiker 65534)"), "\(outcome)")
    expectRefusal(try bench.unlock(), Exit.notPermitted, saying: "van een ander")
    #expect(lchown(isFolder ? bench.agentFolder : bench.agentSocket, 0, 0) == 0)
    _ = try bench.enter("vergrendel")
    #expect(try bench.becomes { try bench.agents().isEmpty })
  }

  @Test(arguments: [0o755, 0o770])
  func `A folder that others can enter is not used`(mode: Int) throws {
    let bench = try Bench.atMachine()
    try bench.unlock().orThrow()
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: bench.agentFolder)
    let outcome = try orgaan(bench)
    expectAsked(outcome)
    #expect(outcome.errors.contains("open voor anderen"), "\(outcome)")
    expectRefusal(try bench.unlock(), Exit.notPermitted, saying: "open voor anderen", "chmod 700")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: bench.agentFolder)
    try bench.enter("vergrendel").orThrow()
  }

  @Test func `A folder that is a link is not used, and none is made through it`() throws {
    let bench = try Bench.atMachine()
    try FileManager.default.createSymbolicLink(
      atPath: bench.agentFolder, withDestinationPath: bench.path("nergens"))
    expectRefusal(try bench.unlock(), Exit.notPermitted, saying: "een verwijzing")
    expectAsked(try orgaan(bench))
    #expect(!FileManager.default.fileExists(atPath: bench.path("nergens")))
    #expect(try bench.agents().isEmpty)
  }

  @Test(.enabled(if: getuid() == 0 && Executable.onPath("perl") != nil && Executable.onPath("setpriv") != nil))
  func `The process does not answer another user, even where the folder lets one in`() throws {
    let bench = try Bench.atMachine()
    try bench.unlock().orThrow()
    for place in ["", "run", "run/waarborg"] {
      #expect(chmod(bench.path(place), 0o755) == 0)
    }
    #expect(chmod(bench.agentSocket, 0o666) == 0)
    // "Let go of all", as a command sends it, and how many bytes come back.
    let script = """
      use Socket; $SIG{PIPE} = "IGNORE"; socket(my $s, AF_UNIX, SOCK_STREAM, 0) or die; connect($s, sockaddr_un($ARGV[0])) or die "no: $!";
      syswrite($s, pack("NC", 1, 6)); my $n = 0; while (my $r = sysread($s, my $got, 100)) { $n += $r } print $n;
      """
    func answer(as user: [String]) throws -> Outcome {
      try RunningProgram(
        URL(fileURLWithPath: "/usr/bin/env"), user + ["perl", "-e", script, bench.agentSocket],
        environment: bench.environment, directory: bench.root
      ).finish()
    }
    let stranger = try answer(as: ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"])
    #expect(stranger.output == "0", "\(stranger)")
    #expect(chmod(bench.agentFolder, 0o700) == 0)
    try bench.enter("organisatie", "orgaan", "Raad").orThrow()
    // The script does what it says.
    #expect(try answer(as: []).output == "9")
    expectAsked(try orgaan(bench))
  }

  @Test func `A key file that changed while its key was open is let go, and the passphrase is asked`() throws {
    let bench = try Bench.atMachine()
    for change in ["bytes", "key"] {
      try bench.unlock("secretariaat", "college").orThrow()
      let file = URL(fileURLWithPath: bench.keyFile("secretariaat"))
      let before = try Data(contentsOf: file)
      let other = try Data(contentsOf: URL(fileURLWithPath: bench.keyFile("college")))
      let handle = try FileHandle(forWritingTo: file)
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: change == "bytes" ? before + Data("\n".utf8) : other)
      try handle.close()
      let outcome = try orgaan(bench)
      expectAsked(outcome)
      #expect(outcome.errors.contains("is veranderd sinds zij werd ontgrendeld"), "\(outcome)")
      // It stays let go, also when the file is put back.
      try FileHandle(forWritingTo: file).write(contentsOf: before)
      #expect(truncate(file.path, off_t(before.count)) == 0)
      expectAsked(try orgaan(bench))
      #expect(try bench.enter("vergrendel").orThrow().errors.contains("1 sleutel"))
    }
  }

  /// A command that waits for the ledger while something happens to the process that keeps its key open.
  private func whileWaiting(_ bench: Bench, _ happens: (Int32) -> Void) throws -> Outcome {
    let lock = open(bench.ledger + "/ledger.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    try #require(flock(lock, LOCK_EX) == 0)
    let running = try bench.start(["organisatie", "orgaan", "Wachtende raad"], environment: bench.person)
    let isWaiting = try bench.becomes {
      try bench.processes(saying: "Wachtende raad").contains { process in
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd")) ?? []
        return open.contains {
          (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/\($0)"))?.hasSuffix(
            "/ledger.lock")
            == true
        }
      }
    }
    #expect(isWaiting)
    happens(try #require(try bench.agents().first))
    close(lock)
    return try running.finish()
  }

  @Test func `A command whose key was open asks when the process is killed while it waits, and says why`() throws {
    let bench = try Bench.atMachine()
    try bench.unlock().orThrow()
    let outcome = try bench.expectNothingWritten { try whileWaiting(bench) { kill($0, SIGKILL) } }
    expectAsked(outcome)
    #expect(outcome.errors.contains("de sleutelagent antwoordt niet"), "\(outcome)")
    // The next one starts a new process in its place.
    try bench.unlock().orThrow()
    try bench.enter("organisatie", "orgaan", "Raad").orThrow()
    try bench.enter("vergrendel").orThrow()
  }

  @Test func `A process that stands still keeps a command waiting for seconds, not for ever`() throws {
    let bench = try Bench.atMachine()
    try bench.unlock().orThrow()
    let process = try #require(try bench.agents().first)
    kill(process, SIGSTOP)
    let outcome = try orgaan(bench)
    expectAsked(outcome)
    #expect(outcome.errors.contains("de sleutelagent antwoordt niet") && outcome.seconds < 30, "\(outcome)")
    expectRefusal(try bench.enter("vergrendel"), Exit.notPermitted, saying: "antwoordt niet", "haal ")
    kill(process, SIGCONT)
    #expect(try bench.becomes { try bench.enter("vergrendel").exitCode == Exit.done })
    #expect(try bench.becomes { try bench.agents().isEmpty })
  }

  @Test func `At a terminal the person types the passphrase, and the command goes on`() throws {
    let bench = try Bench.atMachine()
    try bench.unlock().orThrow()
    let process = try #require(try bench.agents().first)
    kill(process, SIGSTOP)
    let session = try bench.typed(["organisatie", "orgaan", "Raad"], environment: bench.person)
    #expect(
      session.answer("Wachtwoordzin van sleutel secretariaat: ", "vier woorden zijn genoeg\r"), "\(session.shown)")
    #expect(session.finish() == Exit.done, "\(session.shown)")
    kill(process, SIGKILL)
    #expect(try bench.enter("log", "--gebeurtenis", "OrgaanVastgelegd", "--json").json().count == 1)
  }

  @Test func `A process whose socket is gone or another's ends; the newer one answers`() throws {
    let bench = try Bench.atMachine()
    try bench.unlock().orThrow()
    let first = try #require(try bench.agents().first)
    try FileManager.default.removeItem(atPath: bench.agentSocket)
    expectAsked(try orgaan(bench))
    try bench.unlock("college").orThrow()
    #expect(try bench.becomes { try !bench.agents().contains(first) })
    #expect(try bench.agents().count == 1)
    try bench.enter("organisatie", "orgaan", "Raad", "--als", "college").orThrow()
    expectAsked(try orgaan(bench))
    // At logout the whole folder goes.
    try FileManager.default.removeItem(atPath: bench.path("run"))
    #expect(try bench.becomes { try bench.agents().isEmpty })
  }

  @Test func `Started by hand, without a socket, the process says who starts it`() throws {
    let bench = try Bench.atMachine()
    expectRefusal(try bench.enter("sleutelagent", bench.path("run")), Exit.usage, saying: "waarborg ontgrendel")
  }
}
