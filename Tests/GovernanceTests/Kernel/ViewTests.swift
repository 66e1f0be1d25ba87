import Foundation
import Ledger
import LedgerCrypto
import LedgerSQLite
import Synchronization
import Testing

@testable import Governance

@Suite struct ViewTests {
  let world: KernelWorld

  init() throws { world = try KernelWorld() }

  /// The rows of every view in its key's order.
  func everything(_ reading: Reading, _ catalog: Catalog = Catalog([ProefPlugin()])) throws -> [String: [TableRow]] {
    var all: [String: [TableRow]] = [:]
    for projection in catalog.projections {
      for table in projection.tables {
        all["\(projection.name).\(table.name)"] = try Self.rows(projection, table, reading)
      }
    }
    return all
  }

  static func rows(_ projection: some Projection, _ table: ViewTable, _ reading: Reading) throws -> [TableRow] {
    try reading.views.rows(projection, "SELECT * FROM {\(table.name)} ORDER BY \(table.key)")
  }

  func viewFiles() throws -> [String] { try world.files().keys.filter { $0.hasPrefix("views.sqlite") } }

  @Test func `views that are deleted come back the same`() throws {
    let griffier = try world.member(.griffier)
    let event = try world.append(try world.note("een"), try world.note("twee"))[0]
    try world.append(try world.note("drie"), as: griffier)
    try world.erase(event, "publiek")
    let live = try world.read { try everything($0) }
    #expect(live["notities.notitie"]?.count == 3 && live["gezag.sleutel"]?.count == 2)
    #expect(live["vernietiging.vernietigd"]?.count == 1)
    try world.directory.removeViews()
    #expect(try viewFiles() == [])
    #expect(try world.read { try everything($0) } == live)
    let rebuilt = try world.directory.write { try world.book($0).rebuild { _, _ in } }
    #expect(rebuilt == world.sizeOrZero)
    #expect(try world.read { try everything($0) } == live)
  }

  @Test func `a view whose version is raised is built anew from the whole log, the others stay`() throws {
    try world.append(try world.note("een"), try world.note("twee"))
    let plugin = ProefPlugin(view: Notities(version: 2))
    let before = try world.read { try everything($0) }
    let after = try world.read(plugin: plugin) { reading in
      #expect(try reading.views.rows(Notities(version: 2), "SELECT titel FROM {notitie}").count == 2)
      return try everything(reading, Catalog([plugin]))
    }
    #expect(after == before)
    try world.directory.read { stores in
      let names = try stores.views.read {
        try $0.rows("SELECT name FROM sqlite_master WHERE name LIKE 'notities_%'", [])
      }
      #expect(names.compactMap { $0.text("name") } == ["notities_2_notitie"])
      let positions = try world.book(stores, plugin).viewPositions()
      #expect(positions.allSatisfy { $0.position == 3 })
    }
  }

  @Test func `what was known then is told by size and by moment`() throws {
    for title in ["een", "twee", "drie"] {
      world.clock.move(by: 100)
      try world.append(try world.note(title))
    }
    func known(_ moment: KnownMoment) throws -> [String] { try world.read(known: moment) { try world.titles($0) } }
    func at(_ seconds: Int64) throws -> KnownMoment {
      .moment(try Instant(secondsSince1970: KernelWorld.start + seconds))
    }
    #expect(try known(.now) == ["een", "twee", "drie"])
    #expect(try known(.size(4)) == ["een", "twee", "drie"])
    #expect(try known(.size(2)) == ["een"])
    #expect(try known(.size(0)) == [])
    #expect(try known(at(-1)) == [])
    #expect(try known(at(99)) == [])
    #expect(try known(at(100)) == ["een"])
    #expect(try known(at(299)) == ["een", "twee"])
    #expect(try known(at(1_000_000)) == ["een", "twee", "drie"])
    for beyond in [UInt64(5), .max] {
      let failure = #expect(throws: Failure.self) { try known(.size(beyond)) }
      #expect(failure?.kind == .notFound)
    }
    let registry = try world.read(known: .size(0)) { $0.registry }
    #expect(registry.founding == nil && registry.keysInOrder.isEmpty)
  }

  @Test func `an append between measuring the log and reading the views does not rebuild them`() throws {
    try world.append(try world.note("een"))
    try world.read { try #expect(world.titles($0) == ["een"]) }
    try world.directory.write { stores in
      let views = InterruptedViews(stores.views) { [world] in
        _ = try world.book(stores).append([try world.note("twee")], signedBy: world.secretaris, log: world.signer)
      }
      let kernel = LedgerStores(
        log: stores.log, vault: stores.vault, views: views, documents: stores.documents,
        scratch: { try world.directory.scratchTables() })
      let steps = Mutex<[UInt64]>([])
      try world.book(kernel).read(progress: { _, total in steps.withLock { $0.append(total) } }) { (reading) throws in
        #expect(try world.titles(reading) == ["een", "twee"])
        #expect(reading.size == 3)
      }
      #expect(steps.withLock { $0 } == [])
    }
  }

  @Test func `a log that was put back to an earlier copy gets views of its own`() throws {
    try world.append(try world.note("een"))
    let copy = world.place.appendingPathComponent("kopie.ledger")
    try world.directory.backUp(to: copy)
    try world.append(try world.note("twee"))
    try world.read { try #expect(world.titles($0) == ["een", "twee"]) }
    let log = world.directory.url.appendingPathComponent("log.sqlite")
    try FileManager.default.removeItem(at: log)
    try FileManager.default.copyItem(at: copy.appendingPathComponent("log.sqlite"), to: log)
    try world.read { try #expect(world.titles($0) == ["een"]) }
  }

  @Test func `a ledger on a read-only medium is read, with or without views`() throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("waarborg-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    guard try Self.mount("-t", "tmpfs", "-o", "size=8m", "none", place.path) else {
      print("skipped: mounting a tmpfs is not permitted here")
      try #require(geteuid() != 0)
      return
    }
    defer { _ = try? Self.run("/usr/bin/umount", ["-l", place.path]) }
    let world = try KernelWorld(at: place)
    var draft = try world.note("een")
    draft[NotitieVastgelegd.kantoor] = "binnen"
    let event = try world.append(draft)[0]
    for hasViews in [true, false] {
      if !hasViews { try world.directory.removeViews() }
      try #require(try Self.mount("-o", "remount,ro", place.path))
      try world.read { try #expect(world.titles($0) == ["een"]) }
      #expect(try world.revealed(event, to: world.secretaris)["kantoor"] == .value("binnen"))
      #expect(try world.read(known: .size(1)) { try world.titles($0) } == [])
      #expect(throws: StoreError.self) { try world.append(try world.note()) }
      try #require(try Self.mount("-o", "remount,rw", place.path))
    }
  }

  static func mount(_ arguments: String...) throws -> Bool { try run("/usr/bin/mount", arguments) }

  static func run(_ program: String, _ arguments: [String]) throws -> Bool {
    guard FileManager.default.isExecutableFile(atPath: program) else { return false }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

extension KernelWorld {
  var sizeOrZero: UInt64 { (try? size) ?? 0 }
}
