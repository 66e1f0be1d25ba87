import Governance
import Publication

/// How values of the register are shown: each is a value, an erased value, or words that say that there is none.
enum Weergave {
  /// The label of a field.
  static func label(_ veld: OpenbaarVeld) -> String {
    switch veld {
    case .naam: "Naam"
    case .hoofdfunctie: "Hoofdfunctie"
    case .nevenwerkzaamheid: "Nevenwerkzaamheid"
    case .organisatie: "Organisatie"
    case .ingang: "Ingang"
    case .einde: "Einde"
    case .beperkingen: "Beperkingen"
    case .bezoldigd: "Bezoldigd"
    case .tijdsbeslag: "Tijdsbeslag"
    }
  }

  /// The value of a field in a version.
  static func waarde(_ veld: OpenbaarVeld, in versie: OpgaveVersie) -> TemplateValue {
    switch veld {
    case .naam: tekst(nil, anders: "Niet opgegeven")
    case .hoofdfunctie: tekst(.waarde(versie.hoofdfunctie), anders: "")
    case .nevenwerkzaamheid: tekst(versie.nevenwerkzaamheid, anders: "")
    case .organisatie: tekst(versie.organisatie, anders: "Niet opgegeven")
    case .ingang: datum(versie.ingang, anders: "Niet opgegeven")
    case .einde: datum(versie.einde, anders: "Geen einde opgegeven")
    case .beperkingen: tekst(versie.beperkingen, anders: "Geen vastgelegd")
    case .bezoldigd: tekst(versie.bezoldigd.map(inWoorden), anders: "Niet opgegeven")
    case .tijdsbeslag: tekst(versie.tijdsbeslag, anders: "Niet opgegeven")
    }
  }

  /// A text.
  static func tekst(_ waarde: Getoond?, anders: String) -> TemplateValue {
    switch waarde {
    case .waarde(let tekst): ["tekst": .text(tekst), "datum": false, "vernietigd": false, "leeg": false]
    case .vernietigd: ["tekst": false, "datum": false, "vernietigd": true, "leeg": false]
    case nil: ["tekst": false, "datum": false, "vernietigd": false, "leeg": .text(anders)]
    }
  }

  /// A day.
  static func datum(_ waarde: Getoond?, anders: String) -> TemplateValue {
    guard case .waarde(let dag) = waarde else { return tekst(waarde, anders: anders) }
    return ["tekst": false, "datum": HTMLDate.value(written: dag), "vernietigd": false, "leeg": false]
  }

  /// One sentence for a card that has no statement to show: the three are never alike.
  static func zin(_ stand: Kaartstand) -> TemplateValue {
    switch stand {
    case .opgaven(let versies):
      versies.isEmpty ? zin("Niet gepubliceerd: er is geen opgave om te tonen", dag: nil, "") : false
    case .geen(let bevestigdOp, _):
      zin("Geen nevenwerkzaamheden gemeld (bevestigd op ", dag: HTMLDate.value(bevestigdOp), ")")
    case .nogNietOntvangen(let sinds):
      zin("Opgave nog niet ontvangen (gevraagd sinds ", dag: HTMLDate.value(sinds), ")")
    case .nietGepubliceerd(let reden, _): zin("Niet gepubliceerd: \(reden)", dag: nil, "")
    }
  }

  private static func zin(_ voor: String, dag: TemplateValue?, _ na: String) -> TemplateValue {
    ["voor": .text(voor), "dag": .optional(dag), "na": .text(na)]
  }

  /// A truth as an event writes it, in words.
  private static func inWoorden(_ waarde: Getoond) -> Getoond {
    switch waarde {
    case .waarde("true"), .waarde("ja"): .waarde("Ja")
    case .waarde("false"), .waarde("nee"): .waarde("Nee")
    default: waarde
    }
  }
}

extension Kaart {
  /// The state that its filter page is about.
  var toestand: Toestand {
    switch stand {
    case .opgaven(let versies): versies.isEmpty ? .nietGepubliceerd : .actueel
    case .geen: .geenGemeld
    case .nogNietOntvangen: .nogNietOntvangen
    case .nietGepubliceerd: .nietGepubliceerd
    }
  }

  /// Its statements in the version of that day.
  var versies: [OpgaveVersie] {
    if case .opgaven(let versies) = stand { versies } else { [] }
  }
}
