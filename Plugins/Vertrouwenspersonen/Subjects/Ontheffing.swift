import Governance
import Instemming
import Ledger

/// What someone's file says about relief of the function, as far as the reader can open it.
struct Ontheffing {
  /// The intention that stands; nil when there is none, or when it was given up.
  private(set) var voornemen: Fact?
  /// The ground of that intention.
  private(set) var grond: OntheffingsGrond?
  /// The findings about that intention: one about an earlier intention says nothing of this one.
  private(set) var vaststellingen: [(feit: Fact, isVastgesteld: Bool)] = []

  /// Reads the file, by a day when one is given.
  init(_ benoeming: Benoeming, op day: CalendarDate? = nil, _ sealed: some SealedReading) throws {
    for feit in benoeming.alle(DossierAangevuld.self)
    where day.map({ feit.effective.isAfter($0) != .yes }) ?? true {
      switch try sealed.sealed(DossierAangevuld.soort, of: feit) {
      case .voornemen:
        voornemen = feit
        grond = try sealed.sealed(DossierAangevuld.grond, of: feit)
        vaststellingen = []
      case .voornemenIngetrokken: (voornemen, grond, vaststellingen) = (nil, nil, [])
      case .vaststelling:
        vaststellingen.append((feit, try sealed.sealed(DossierAangevuld.vastgesteld, of: feit) == true))
      case .aantekening, nil: continue
      }
    }
  }

  /// Whether an independent body must establish the ground.
  func vraagtVaststelling(_ regels: Vertrouwenspersonenregels) -> Bool {
    regels.vraagt(Keuzes.vaststelling) && grond?.vraagtVaststelling == true
  }

  /// What consent to relief had to follow and did not: the intention, or the finding on which the relief rests; nil when it
  /// came after both.
  ///
  /// Consent and finding of one day follow each other as they were recorded.
  func eerderNodig(dan consent: InstemmingOverVersie, _ regels: Vertrouwenspersonenregels) -> (feit: Fact, wat: Text)? {
    guard let voornemen else { return nil }
    if consent.op.precedes(voornemen.effective) == .yes {
      return (voornemen, Text(nl: "het voornemen", en: "the intention"))
    }
    guard vraagtVaststelling(regels) else { return nil }
    // Of findings that confirm each other the first one is what was consented to.
    guard let established = vaststellingen.reversed().prefix(while: { $0.isVastgesteld }).last?.feit else { return nil }
    let isSameDay = consent.op.exact != nil && consent.op == established.effective
    return consent.op.precedes(established.effective) == .yes || isSameDay && consent.position < established.position
      ? (established, Text(nl: "de onafhankelijke vaststelling", en: "the finding")) : nil
  }
}
