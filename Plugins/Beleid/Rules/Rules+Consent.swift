import Governance
import Instemming
import Ledger
import LedgerCrypto

extension BeleidRules {
  /// What WOR art. 27 asks of adopting, changing and withdrawing, and what a void decision cannot do.
  static let consents = [consent, knowinglyWithout, notVoid]

  /// A consent binds to exactly one version and one decision; under WOR art. 27 lid 5 a decision without it can be declared
  /// void. What replaces a version of the same rule changes that rule: the consent to the new version covers it.
  private static let consent = Rule(
    id: "BEL-INSTEMMING", source: "WOR art. 27 lid 1; 000:50-53",
    demand: Text(
      nl:
        "wat instemming nodig heeft, wordt vastgesteld, gewijzigd of ingetrokken met instemming over precies dat besluit",
      en: "what needs consent is adopted, changed or withdrawn with consent to exactly that decision"),
    on: [RegelingVastgesteld.self, RegelingIngetrokken.self]
  ) { context in
    guard !context.isHistorical, context.event[GenomenZonderInstemming.veld] != true,
      let asked = try Instemmingsvraag(context)
    else { return nil }
    return try asked.refusal(on: context.event.effective, context.views)
  }

  /// A decision that was really taken without consent is a fact: who took it says so, in the own name.
  private static let knowinglyWithout = Rule(
    id: "BEL-ZONDER-INSTEMMING", source: "WOR art. 27 lid 5",
    demand: Text(
      nl: "dat zonder instemming is besloten, zegt het orgaan zelf, en alleen als zij ontbreekt",
      en: "that a decision was taken without consent is said by the body itself, and only when it is missing"),
    on: [RegelingVastgesteld.self, RegelingIngetrokken.self]
  ) { context in
    guard context.event[GenomenZonderInstemming.veld] == true else { return nil }
    if !context.isHistorical && context.capacity.mandaat != nil {
      return Refusal(
        Text(
          nl: "een besluit zonder instemming wordt niet in mandaat ondertekend",
          en: "a decision without consent is not signed under a mandate"),
        remedy: Text(nl: "laat het orgaan zelf ondertekenen", en: "let the body itself sign"))
    }
    if let asked = try Instemmingsvraag(context), try asked.refusal(on: context.event.effective, context.views) != nil {
      return nil
    }
    return Refusal(
      Text(nl: "er ontbreekt geen instemming", en: "no consent is missing"),
      remedy: Text(nl: "laat --zonder-instemming weg", en: "leave out --zonder-instemming"))
  }

  private static let notVoid = Rule(
    id: "BEL-NIETIG", source: "WOR art. 27 lid 5 en 6",
    demand: Text(
      nl: "wat nietig is, treedt niet in werking en wordt niet verlengd",
      en: "what is void does not enter into force and is not extended"),
    on: [RegelingInWerkingGetreden.self, LooptijdVerlengd.self]
  ) { context in
    guard let regeling = try context.regeling(), let versie = try context.versie(),
      let found = try Nietigheidsbeeld(versie, of: regeling, context.views), found.gevolg == .nietig
    else { return nil }
    return Refusal(
      Text(nl: "\(regeling.handle(versie)) is ", en: "\(regeling.handle(versie)) is ") + found.text,
      remedy: Text(
        nl: "neemt de ondernemingsraad het terug of oordeelt de kantonrechter anders, leg dat dan eerst vast: "
          + "waarborg instemming toon \(regeling.handle(versie))",
        en: "if the works council takes it back or the court finds otherwise, record that first: "
          + "waarborg instemming toon \(regeling.handle(versie))"))
  }
}

/// Which consent a decision about a version needs.
struct Instemmingsvraag {
  private let regeling: Regeling
  private let versie: Versie
  private let besluit: InstemmingsBesluit

  /// Nil when the decision needs none.
  init?(_ context: RuleContext) throws {
    guard let regeling = try context.regeling(), let versie = try context.versie() else { return nil }
    self.regeling = regeling
    guard context.event.is(RegelingIngetrokken.self) else {
      guard versie.instemming != .nietVereist else { return nil }
      (self.versie, besluit) = (versie, .vaststellen)
      return
    }
    // A newer version of the same rule: a change, to which the consent with that version belongs.
    if let successor = context.event[RegelingIngetrokken.vervangenDoorVersie].flatMap({ regeling.versie($0) }) {
      guard successor.instemming != .nietVereist, !successor.isVastgesteld else { return nil }
      (self.versie, besluit) = (successor, .vaststellen)
      return
    }
    guard versie.instemming != .nietVereist else { return nil }
    (self.versie, besluit) = (versie, .intrekken)
  }

  /// Why there is no consent by a day; nil when there is.
  func refusal(on date: ImpreciseDate, _ views: ViewReader) throws -> Refusal? {
    let stand = try InstemmingView().stand(
      regeling.stream, versie: versie.digest?.hex, aanduiding: versie.aanduiding, besluit: besluit, in: views)
    let what =
      besluit == .intrekken
      ? Text(nl: "de intrekking van versie \(versie.nummer)", en: "the withdrawal of version \(versie.nummer)")
      : Text(nl: "versie \(versie.nummer)", en: "version \(versie.nummer)")
    if let stand, stand.geldtAlsInstemming {
      guard date.precedes(stand.op) == .yes else { return nil }
      return Refusal(
        Text(
          nl: "de instemming is van \(stand.op.text.nl), na het besluit (\(date.text.nl))",
          en: "the consent is of \(stand.op.text.en), after the decision (\(date.text.en))"),
        remedy: Text(nl: "controleer --op", en: "check --op"))
    }
    let handle = regeling.handle(versie) + (besluit == .intrekken ? " --besluit intrekken" : "")
    let remedy = Text(
      nl: "vraag instemming en leg haar vast: waarborg instemming vraag \(handle); is toch zonder besloten: "
        + "--zonder-instemming",
      en: "ask consent and record it: waarborg instemming vraag \(handle); if it was decided without all the same: "
        + "--zonder-instemming")
    if let stand, stand.stand != .ontbreekt {
      return Refusal(
        Text(
          nl: "de instemming met \(what.nl) is: \(stand.stand.text.nl)",
          en: "the consent to \(what.en) is: \(stand.stand.text.en)"), remedy: remedy)
    }
    if besluit == .vaststellen, let other = try InstemmingBeeld.otherVersion(than: versie, of: regeling, views) {
      return Refusal(
        Text(
          nl: "instemming betreft \(other.text.nl), vastgesteld wordt versie \(versie.nummer)",
          en: "consent concerns \(other.text.en), adopted is version \(versie.nummer)"), remedy: remedy)
    }
    let unknown = versie.instemming == .onbekend
    return Refusal(
      Text(
        nl: "voor \(what.nl) is geen instemming vastgelegd" + (unknown ? ", en of zij vereist is, is onbekend" : ""),
        en: "no consent to \(what.en) is recorded" + (unknown ? ", and whether it is required is not known" : "")),
      remedy: remedy)
  }
}
