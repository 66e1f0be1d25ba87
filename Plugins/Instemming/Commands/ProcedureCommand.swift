import Console
import Governance
import Ledger
import LedgerCrypto

/// A command that records one event in a procedure, or opens one.
protocol ProcedureCommand: RecordingCommand where Found == Target, Options == FactOptions {}

extension ProcedureCommand {
  func identify(_ found: Target, in draft: inout EventDraft) { found.identify(in: &draft) }

  /// A handle may leave the version out, and consent binds to one.
  func about(_ found: Target, _ context: AppendContext) throws -> Text? {
    try context.reading.about(found.onderwerp, versie: found.versie?.hex, context.book.catalog)
  }
}

/// A command that records an answer in a procedure of consent: one that still waits for it when there is one.
protocol AnswerCommand: ProcedureCommand {
  var answer: AnswerOptions { get }
  /// How the procedure stands that the command is looking for.
  static var stands: Set<InstemmingStand> { get }
}

extension AnswerCommand {
  static var stands: Set<InstemmingStand> { [.aangevraagd] }
  var recording: FactOptions { answer.recording }

  func find(_ context: AppendContext) throws -> Target {
    let besluit = try answer.decision.code()
    var target = try Target.find(
      answer.subject, .instemming, context,
      where: { try besluit == nil || $0.besluit(context.reading.filter) == besluit },
      fits: { $0.stand().map { Self.stands.contains($0.stand) } ?? false })
    guard target.procedure != nil || Event.type.opensStream != false else {
      throw Failure(
        .notFound,
        Text(
          nl: "er is geen procedure over «\(answer.subject.onderwerp)»",
          en: "there is no procedure about “\(answer.subject.onderwerp)”"),
        remedy: Text(nl: "zie waarborg instemming lijst", en: "see waarborg instemming lijst"))
    }
    target.orgaan = target.procedure?.orgaan ?? .ondernemingsraad
    try target.decide(answer.decision)
    return target
  }
}
