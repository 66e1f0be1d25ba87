import Console
import Governance
import Ledger

/// What the answers to the questions ask for.
struct Gesprek {
  private let open: [Vraag]
  private let zorg: [Vraag]

  init(_ questions: [Vraag], _ answers: [Vraagantwoord]) {
    open = questions.filter { question in !answers.contains { $0.vraag == question } }
    zorg = answers.filter { $0.antwoord != $0.vraag.geruststellend }.map(\.vraag)
  }

  /// Says which questions are open and whether to talk; on the terminal of the reporter only.
  func note(_ program: Program) {
    if !zorg.isEmpty {
      program.terminal.note(
        Text(
          nl: "Bespreek met de leidinggevende of maatregelen het risico wegnemen (001:230-233; 003:265; 004:3947).",
          en: "Talk with the line manager whether measures take the risk away (001:230-233; 003:265; 004:3947)."))
    }
    if !open.isEmpty {
      let words = open.map(\.rawValue).joined(separator: ", ")
      program.terminal.note(
        Text(nl: "Nog niet beantwoord: \(words).", en: "Not answered yet: \(words)."))
    }
  }
}

extension Vraag {
  /// The answer that raises no concern.
  var geruststellend: Antwoord {
    switch self {
    case .eigenWerkLukt, .openbaarTeVerantwoorden: .ja
    default: .nee
    }
  }
}
