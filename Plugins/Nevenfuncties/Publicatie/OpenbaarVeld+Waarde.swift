import Governance
import Ledger

extension OpenbaarVeld {
  /// What the field means, in one sentence.
  var betekenis: String {
    switch self {
    case .naam: "Wie de functie vervult."
    case .hoofdfunctie: "De functie bij de gemeente."
    case .nevenwerkzaamheid: "Het andere werk."
    case .organisatie: "De organisatie waar het andere werk wordt gedaan."
    case .ingang: "Wanneer het andere werk begon (EDTF, zo precies als bekend)."
    case .einde: "Wanneer het andere werk stopt of stopte (EDTF, zo precies als bekend)."
    case .beperkingen: "De beperkingen die zijn gesteld; leeg als er geen zijn vastgelegd."
    case .bezoldigd: "Of er voor het andere werk wordt betaald."
    case .tijdsbeslag: "Hoeveel tijd het andere werk kost."
    }
  }

  /// The value in a version; as a reader sees it.
  func getoond(in versie: OpgaveVersie) -> Getoond? {
    switch self {
    case .naam: versie.naam
    case .hoofdfunctie: versie.hoofdfunctie
    case .nevenwerkzaamheid: versie.nevenwerkzaamheid
    case .organisatie: versie.organisatie
    case .ingang: versie.ingang
    case .einde: versie.einde
    case .beperkingen: versie.beperkingen
    case .bezoldigd: versie.bezoldigd
    case .tijdsbeslag: versie.tijdsbeslag
    }
  }

  /// The value as the event has it; nil when there is none, or none any more.
  func json(in versie: OpgaveVersie) -> JSON? {
    guard case .waarde(let tekst) = getoond(in: versie) else { return nil }
    guard self == .bezoldigd else { return .string(tekst) }
    switch tekst {
    case "true", "ja": return .bool(true)
    case "false", "nee": return .bool(false)
    default: return nil
    }
  }
}
