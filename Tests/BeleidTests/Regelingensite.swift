import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Publication
import Testing

@testable import Beleid

extension Proefsite {
  /// What the public site shows of the rules of a test ledger.
  /// - Throws: When nothing is published.
  init(_ boek: Proefboek, op day: String = Proefboek.founded) throws {
    try self.init(BeleidPlugin(), of: boek, on: day)
  }

  static func publish(_ reading: Reading) throws -> PublishedSubject? {
    try publish(BeleidPlugin(), reading, on: Proefboek.founded)
  }
}

extension Proefregeling {
  /// A version that needs no consent, drafted, adopted and in force.
  func geldt(_ text: String, op: String = Proefboek.founded, eerste: Bool = true) throws {
    try ontwerp(text, op: op, eerste: eerste, plicht: .nietVereist)
    try stelVast(text, op: op)
    try leg(RegelingInWerkingGetreden.self, text, op: op, als: .college)
  }

  @discardableResult
  func maakOpenbaar(_ text: String, als role: Rol = .secretariaat) throws -> RecordedEvent {
    try leg(RegelingstekstOpenbaargemaakt.self, text, als: role)
  }
}
