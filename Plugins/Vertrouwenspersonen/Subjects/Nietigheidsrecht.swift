import Governance
import Instemming
import Ledger

/// Whether an appeal to nullity does anything to a decision about a vertrouwenspersoon.
///
/// WOR art. 27 lid 1 names no decision about a person: the right of consent, and with it that appeal, comes only from a
/// regulation or an agreement (WOR art. 32), which is what the rules laid down here say.
enum Nietigheidsrecht {
  /// What to say when nullity is invoked of a decision to which the rules here give no consent; nil for everything else.
  static func waarschuwing(_ draft: EventDraft, _ reading: Reading) throws -> Text? {
    guard let appeal = try Instemmingsfeiten.persoonsnietigheid(draft, reading),
      let benoeming = try Benoeming.find(appeal.onderwerp, reading.views)
    else { return nil }
    let now = draft.effective.latest ?? .last
    // Consent to an appointment is asked by the rules under which it was made.
    let (keuze, day) =
      switch appeal.besluit {
      case .verlengen: (Keuzes.instemmingVerlenging, now)
      case .ontheffen: (Keuzes.instemmingOntheffing, now)
      default: (Keuzes.instemmingBenoeming, benoeming.begin?.day ?? now)
      }
    let regels = benoeming.keuzes.regels(on: day)
    guard regels.instemming(benoeming.vorm, bij: keuze) == nil else { return nil }
    let point = benoeming.vorm == .extern && !regels.vraagt(Keuzes.instemmingExtern) ? Keuzes.instemmingExtern : keuze
    let source = (regels.bron(point) ?? regels.herkomst(point)?.bron).map { " (\($0))" } ?? ""
    return Text(
      nl: "de regels hier geven de ondernemingsraad bij dit besluit geen instemmingsrecht\(source): het beroep wordt "
        + "vastgelegd en doet niets aan de benoeming; dat recht geeft alleen een regeling of overeenkomst (WOR art. 32)",
      en: "the rules here give the works council no right of consent to this decision\(source): the appeal is recorded "
        + "and does nothing to the appointment; only a regulation or agreement gives that right (WOR art. 32)")
  }
}
