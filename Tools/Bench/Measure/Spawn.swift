import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// What a program did, as the kernel counted it.
struct Ran {
  let seconds: Double
  /// Seconds of processor time, on all cores together.
  let processor: Double
  /// The most memory it ever held, in MiB (getrusage(2), `ru_maxrss`).
  let memory: Double
  let output: String
  let errors: String
}

/// Why a measured program gave no figure; what it said last is the reason that is shown.
struct RowFailure: Error, CustomStringConvertible {
  let description: String
}

/// Runs programs one at a time and asks the kernel what each of them used.
struct Spawner {
  let place: Place
  /// After how many seconds a program is stopped, and its row shown as failed.
  let limit: Double

  /// Runs a program and waits for it.
  /// - Throws: `RowFailure` when it did not end well, or not in time.
  @discardableResult
  func run(_ program: String, _ arguments: [String], _ variables: [String: String] = [:]) throws -> Ran {
    let environment = place.environment.merging(variables) { $1 }
    let (out, err, result) = (place.path("tmp/out"), place.path("tmp/err"), place.path("tmp/result"))
    try? FileManager.default.removeItem(atPath: result)
    _ = try Launch(
      program: "/proc/self/exe", arguments: [Launch.word, result, "\(limit)", out, err, program] + arguments,
      environment: environment, output: "/dev/null", errors: "/dev/null", limit: limit + 60
    ).run()
    guard let data = FileManager.default.contents(atPath: result),
      let ended = try? JSONDecoder().decode(Launch.Ended.self, from: data)
    else { throw RowFailure(description: "cannot start \(program)") }
    guard !ended.isStopped else {
      throw RowFailure(description: "not finished after \(Int(limit)) s, with \(ended.kibibytes / 1024) MiB by then")
    }
    let read = { (path: String) in (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
    let ran = Ran(
      seconds: ended.seconds, processor: ended.processor, memory: Double(ended.kibibytes) / 1024, output: read(out),
      errors: read(err))
    guard ended.status == 0 else {
      let said = (ran.errors + ran.output).split(separator: "\n").prefix(3).joined(separator: " | ")
      throw RowFailure(description: said.isEmpty ? "exit \(ended.status)" : said)
    }
    return ran
  }
}

/// Starts one program and waits for it: wait4(2), which Foundation does not offer.
///
/// Linux counts the memory of who starts a program as that program's own (`ru_maxrss` is kept over execve), so a
/// measured program is started by a copy of this one that has done nothing yet.
struct Launch {
  /// The first argument that makes this program such a copy.
  static let word = "lanceer"

  /// How a program ended.
  struct Ended: Codable {
    let status: Int32
    let isStopped: Bool
    let seconds: Double
    let processor: Double
    let kibibytes: Int
  }

  let program: String
  let arguments: [String]
  let environment: [String: String]
  let output: String
  let errors: String
  let limit: Double

  /// Does what the arguments of such a copy ask.
  static func copy(_ words: ArraySlice<String>) throws {
    let words = Array(words)
    guard words.count >= 5 else { throw RowFailure(description: "too few arguments") }
    let ended = try Launch(
      program: words[4], arguments: Array(words[5...]), environment: ProcessInfo.processInfo.environment,
      output: words[2], errors: words[3], limit: Double(words[1]) ?? 60
    ).run()
    try JSONEncoder().encode(ended).write(to: URL(fileURLWithPath: words[0]))
  }

  func run() throws -> Ended {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var argv: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var pid: pid_t = 0
    let start = ContinuousClock.now
    guard posix_spawnp(&pid, program, &actions, nil, &argv, &envp) == 0 else {
      throw RowFailure(description: "cannot start \(program)")
    }
    let child = pid
    let stop = DispatchWorkItem { kill(child, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit, execute: stop)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(pid, &status, 0, &usage) < 0 && errno == EINTR {}
    stop.cancel()
    // A process that was stopped has its signal in the low seven bits (wait(2)).
    return Ended(
      status: status >> 8 & 0xFF, isStopped: status & 0x7F != 0, seconds: Stopwatch.seconds(since: start),
      processor: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime), kibibytes: usage.ru_maxrss)
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
}
