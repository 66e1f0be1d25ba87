import Governance
import Ledger
import LedgerCrypto

extension ZakenPlugin {
  /// Folds every case that the member belongs to afresh: what does not count in it, or cannot be opened, is a finding.
  public func judgement(
    of reading: Reading, in origin: String, as member: Thumbprint
  ) throws -> ClosedJudgement {
    let zaken = Zaaklezer(reading: reading, lezer: member, origin: origin, procedures: Procedures(reading))
    var judgement = ClosedJudgement()
    for stream in try Zaakstromen.alle(reading.views) {
      let positions = try Zaakstromen.posities(of: stream, reading.views)
      do {
        guard let zaak = try zaken.zaak(stream) else { continue }
        judgement.judged += UInt64(positions.count)
        judgement.findings += zaak.bevindingen.compactMap { bevinding in
          let index = Int(bevinding.nummer) - 1
          guard positions.indices.contains(index) else { return nil }
          return (positions[index], Text("\(stream.kenmerk), ") + Text("\(bevinding.nummer): ") + bevinding.tekst)
        }
      } catch let failure as Failure {
        judgement.findings += positions.prefix(1).map { ($0, Text("\(stream.kenmerk): ") + failure.message) }
      }
    }
    return judgement
  }
}
