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
    case .naam, .hoofdfunctie, .nevenwerkzaamheid, .organisatie, .tijdsbeslag:
      tekst(veld.getoond(in: versie), anders: "Niet opgegeven")
    case .ingang: datum(versie.ingang, anders: "Niet opgegeven")
    case .einde: datum(versie.einde, anders: "Geen einde opgegeven")
    case .beperkingen: tekst(versie.beperkingen, anders: "Geen vastgelegd")
    case .bezoldigd: tekst(versie.bezoldigd.map(inWoorden), anders: "Niet opgegeven")
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

  /// A sentence for a card that has no statement to show, as a template takes it.
  static func zin(_ stand: Kaartstand) -> TemplateValue {
    guard let zin = Zin(stand) else { return false }
    return ["voor": .text(zin.voor), "dag": .optional(zin.dag.map(HTMLDate.value)), "na": .text(zin.na)]
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

/// One sentence for a card that has no statement to show: the three are never alike.
struct Zin {
  let voor: String
  let dag: ImpreciseDate?
  let na: String

  init?(_ stand: Kaartstand) {
    switch stand {
    case .opgaven(let versies):
      guard versies.isEmpty else { return nil }
      (voor, dag, na) = ("Niet gepubliceerd: er is geen opgave om te tonen", nil, "")
    case .geen(let bevestigdOp, _):
      (voor, dag, na) = ("Geen nevenwerkzaamheden gemeld (bevestigd op ", ImpreciseDate(bevestigdOp), ")")
    case .nogNietOntvangen(let sinds): (voor, dag, na) = ("Opgave nog niet ontvangen (gevraagd sinds ", sinds, ")")
    case .nietGepubliceerd(let reden, _):
      (voor, dag, na) = ("Niet gepubliceerd: \(Self.zonderAanhef(reden.nl))", nil, "")
    }
  }

  /// The reason as it reads after a colon.
  private static func zonderAanhef(_ reden: String) -> String {
    let aanhef = "Niet openbaar gemaakt: "
    let rest = reden.hasPrefix(aanhef) ? reden.dropFirst(aanhef.count) : reden[...]
    let zin = rest.hasSuffix(".") ? rest.dropLast() : rest
    return zin.prefix(1).lowercased() + zin.dropFirst()
  }

  var tekst: String { voor + (dag?.text(.dutch) ?? "") + na }
}

extension Kaartstand {
  /// The state that its filter page is about.
  var toestand: Toestand {
    switch self {
    case .opgaven(let versies): versies.isEmpty ? .nietGepubliceerd : .actueel
    case .geen: .geenGemeld
    case .nogNietOntvangen: .nogNietOntvangen
    case .nietGepubliceerd: .nietGepubliceerd
    }
  }
}

extension Kaart {
  /// Its statements in the version of that day.
  var versies: [OpgaveVersie] {
    if case .opgaven(let versies) = stand { versies } else { [] }
  }
}
