import Governance
import LedgerCrypto
import Publication

/// How it is said that something holds, is reviewed, or can be read: once, for every page.
extension Regelingenpublicatie {
  /// Since when a rule holds, or why that is not so or not known.
  func sinds(_ regeling: OpenbareRegeling) -> TemplateValue {
    let versie = regeling.hoofd
    if regeling.status == .geldt, regeling.kandidaten.count > 1 {
      let nummers = regeling.kandidaten.map(String.init).joined(separator: " of ")
      return moment("Welke versie geldt, is niet bekend: versie \(nummers)")
    }
    switch regeling.status {
    case .geldt:
      guard let vanaf = versie.vanaf else { return moment(versie.reden.asSentenceStart) }
      return versie.tot.map { moment("Geldt sinds", vanaf, "tot \($0.text(.dutch))") } ?? moment("Geldt sinds", vanaf)
    case .nogNiet:
      guard let vanaf = versie.vanaf else { return moment("Vastgesteld, nog niet in werking getreden") }
      return moment("Vastgesteld, geldt vanaf", vanaf)
    case .nietMeer:
      guard let tot = versie.tot else { return moment("Geldt niet meer: \(versie.reden)") }
      return moment("Geldt niet meer sinds", tot)
    case .nietig: return moment(versie.reden.asSentenceStart)
    case .onbekend: return moment("Niet bekend of zij geldt: \(versie.reden)")
    }
  }

  /// When the rule must be reviewed.
  func evaluatie(_ regeling: OpenbareRegeling) -> TemplateValue {
    let evaluatie = regeling.evaluatie
    let isOver = regeling.status == .nietMeer || regeling.status == .nietig
    let isTeLaat = !isOver && evaluatie.isVerstreken(op: register.dag)
    let tekst =
      if isOver {
        moment("Niet nodig: de regeling geldt niet")
      } else if let uiterlijk = evaluatie.uiterlijk {
        moment(isTeLaat ? "moest uiterlijk" : "Uiterlijk", ImpreciseDate(uiterlijk))
      } else if evaluatie.iedere == nil {
        moment("Niet vastgelegd")
      } else {
        moment((evaluatie.ontbreekt?(.dutch) ?? "onbekend").asSentenceStart)
      }
    return ["teLaat": .flag(isTeLaat), "moment": tekst]
  }

  /// Until when a version runs, when that was laid down.
  func looptijd(_ versie: OpenbareVersie) -> TemplateValue {
    guard let looptijd = versie.looptijd else { return moment("Niet vastgelegd") }
    let daarna =
      looptijd.looptDoor
      ? "daarna loopt zij door"
      : looptijd.isStilzwijgend ? "daarna loopt zij door zolang partijen onderhandelen" : nil
    return moment("Tot", ImpreciseDate(looptijd.tot), daarna.map { "; \($0)" })
  }

  /// How a version stands, in a word with its mark.
  func geldt(_ versie: OpenbareVersie) -> (woord: String, merk: String) {
    switch versie.geldt {
    case .yes: ("geldt", "m-goed")
    case .unknown: ("onbekend", "m-wacht")
    case .no: isLater(versie) ? ("geldt nog niet", "m-wacht") : ("geldt niet", "m-stil")
    }
  }

  /// Whether it holds from a later day on.
  func isLater(_ versie: OpenbareVersie) -> Bool { versie.vanaf?.isAfter(register.dag) == .yes }

  /// What is known of the text on the site, in some words.
  func tekstwoord(_ versie: OpenbareVersie) -> String {
    switch versie.tekst {
    case .openbaar: "Tekst te lezen"
    case .nietOpenbaar: "Tekst niet gepubliceerd"
    case .vernietigd: "Tekst vernietigd"
    case .ontbreekt: "Tekst niet in het grootboek"
    }
  }

  /// The same in a sentence.
  func tekstzin(_ versie: OpenbareVersie) -> TemplateValue {
    switch versie.tekst {
    case .openbaar(_, let sinds, _, _): ["zin": "Gepubliceerd. Dat is besloten op", "sinds": HTMLDate.value(sinds)]
    case .nietOpenbaar(let vanSite?, _):
      ["zin": "Niet meer gepubliceerd. De tekst is van de site gehaald op", "sinds": HTMLDate.value(vanSite)]
    case .nietOpenbaar(nil, _):
      [
        "zin": .text(
          "Niet gepubliceerd. Per versie wordt besloten of de tekst op deze site komt, en dat is voor deze versie niet besloten."
        ), "sinds": false,
      ]
    case .vernietigd:
      ["zin": "De tekst is vernietigd. Zij is niet meer te lezen, ook niet in het grootboek.", "sinds": false]
    case .ontbreekt: ["zin": "De vastgestelde tekst staat niet in het grootboek.", "sinds": false]
    }
  }

  /// When a version was adopted.
  func vastgesteld(_ versie: OpenbareVersie) -> TemplateValue {
    guard let fact = versie.vaststelling else { return moment("De vaststelling is niet vastgelegd") }
    return fact.effective == .unknown
      ? moment("Dag onbekend") : moment(fact.effective.exact == nil ? "Datum:" : "Op", fact.effective)
  }

  /// A digest that is short enough to read out.
  static func kort(_ digest: Digest) -> String { String(digest.hex.prefix(12)) }

  /// The kind of rule, as people write it.
  static func soort(_ soort: SoortRegeling) -> String {
    soort == .anders ? "Regeling" : soort.leesbaar.asSentenceStart
  }
}
