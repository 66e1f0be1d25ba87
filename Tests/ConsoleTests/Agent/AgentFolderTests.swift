import Foundation
import Governance
import Testing

@testable import Console

/// The place where the process listens that keeps keys open is this user's alone, or it is not used.
struct AgentFolderTests {
  private let root: String

  init() throws {
    // Short, as a socket made by its own path has to be.
    root = NSTemporaryDirectory() + "wb-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(
      atPath: root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  private func place(_ name: String = "plek") -> String { "\(root)/\(name)" }

  private func problem(_ path: String) -> String? {
    do {
      _ = try AgentFolder(path)?.identity()
      return nil
    } catch let problem as AgentProblem { return problem.text.nl } catch { return "\(error)" }
  }

  @Test func `A folder that is made is private, and one that is not there is none`() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    #expect(try AgentFolder(place()) == nil)
    let folder = try #require(try AgentFolder(place(), isMade: true))
    #expect(try FileManager.default.attributesOfItem(atPath: place())[.posixPermissions] as? Int == 0o700)
    #expect(try folder.identity() == nil && folder.connect() == nil)
  }

  @Test(arguments: [0o755, 0o750, 0o701, 0o720])
  func `A folder that is open to others is refused`(mode: Int) throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    _ = try AgentFolder(place(), isMade: true)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place())
    #expect(problem(place())?.contains("open voor anderen") == true)
  }

  @Test func `A link in its place is refused, also one to a private folder, and is not made into one`() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    _ = try AgentFolder(place("echt"), isMade: true)
    try FileManager.default.createSymbolicLink(atPath: place(), withDestinationPath: place("echt"))
    try FileManager.default.createSymbolicLink(atPath: place("leeg"), withDestinationPath: place("nergens"))
    #expect(problem(place())?.contains("verwijzing") == true)
    #expect(throws: AgentProblem.self) { try AgentFolder(place("leeg"), isMade: true) }
    #expect(!FileManager.default.fileExists(atPath: place("nergens")))
  }

  @Test func `A socket that is a link or another file is refused, and so is listening over it`() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let folder = try #require(try AgentFolder(place(), isMade: true))
    let socket = "\(place())/\(AgentFolder.socket)"
    try Data().write(to: URL(fileURLWithPath: socket))
    #expect(problem(place())?.contains("geen socket") == true)
    try FileManager.default.removeItem(atPath: socket)
    try FileManager.default.createSymbolicLink(atPath: socket, withDestinationPath: place("elders"))
    #expect(problem(place())?.contains("geen socket") == true)
    #expect(throws: AgentProblem.self) { try folder.listen() }
    #expect(throws: AgentProblem.self) { try folder.connect() }
  }

  @Test func `What is said over a socket arrives whole, and a message that is too long or cut off does not`()
    throws
  {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let folder = try #require(try AgentFolder(place(), isMade: true))
    let listener = try folder.listen()
    defer { close(listener) }
    let messages: [(sent: [UInt8], arrives: Bool)] = [
      (BigEndian.bytes(3) + [1, 2, 3], true), (BigEndian.bytes(3) + [1, 2], false), ([0, 0], false), ([], false),
      (BigEndian.bytes(.max) + [1, 2, 3], false), (BigEndian.bytes(UInt32(AgentRequest.mostBytes) + 1) + [1], false),
    ]
    for (sent, arrives) in messages {
      let client = try #require(try folder.connect())
      #expect(write(client.descriptor, sent, sent.count) == sent.count)
      shutdown(client.descriptor, Int32(SHUT_WR))
      let taken = AgentConnection(accept(listener, nil, nil))
      #expect(taken.isOfThisUser)
      #expect((taken.receive() != nil) == arrives, "\(sent)")
    }
    let long = [UInt8](repeating: 7, count: 3 << 20)
    let client = try #require(try folder.connect())
    let taken = accept(listener, nil, nil)
    Thread.detachNewThread { _ = AgentConnection(taken).send(long) }
    #expect(client.receive() == long)
    #expect(!client.send([UInt8](repeating: 0, count: AgentRequest.mostBytes + 1)))
  }

  @Test func `Who listens in the place of another that is gone takes it over`() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let folder = try #require(try AgentFolder(place(), isMade: true))
    let first = try folder.listen()
    let identity = try folder.identity()
    #expect(unlink("\(place())/\(AgentFolder.socket)") == 0)
    let second = try folder.listen()
    // As long as it listens, nobody gets its number.
    #expect(try folder.identity() != identity)
    close(first)
    close(second)
    #expect(try folder.connect() == nil)
    let third = try folder.listen()
    defer { close(third) }
    #expect(try folder.connect() != nil)
  }
}
