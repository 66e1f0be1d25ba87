import Console
import Governance
import Ledger

extension Fact {
  /// What happened, in words.
  var text: Text {
    switch type {
    case InstemmingGevraagd.type.name: Text(nl: "instemming gevraagd", en: "consent asked")
    case InstemmingVerleend.type.name: Text(nl: "instemming verleend", en: "consent given")
    case InstemmingOnderVoorwaardenVerleend.type.name:
      Text(nl: "instemming onder voorwaarden verleend", en: "consent given on conditions")
    case InstemmingOnthouden.type.name: Text(nl: "instemming onthouden", en: "consent withheld")
    case InstemmingVervangen.type.name:
      Text(
        nl: "vervangen door de kantonrechter, zaak \(self[InstemmingVervangen.zaaknummer] ?? "?")",
        en: "substituted by the court, case \(self[InstemmingVervangen.zaaknummer] ?? "?")")
        + Text(self[InstemmingVervangen.ecli].map { ", \($0)" } ?? "")
    case InstemmingNietVereist.type.name:
      Text(nl: "instemming niet vereist: ", en: "consent not required: ")
        + (self[InstemmingNietVereist.reden]?.text ?? Text("?"))
    case NietigheidIngeroepen.type.name:
      Text(nl: "nietigheid ingeroepen", en: "nullity invoked")
        + (self[NietigheidIngeroepen.bekendOp].map {
          Text(nl: ", besluit bekend op \($0.text.nl)", en: ", decision known on \($0.text.en)")
        }
          ?? Text(""))
        + (self[NietigheidIngeroepen.ontvangenOp].map {
          Text(nl: ", ontvangen op \($0.text.nl)", en: ", received on \($0.text.en)")
        } ?? Text(""))
    case OverlegvergaderingGehouden.type.name: Text(nl: "overlegvergadering gehouden", en: "meeting held")
    case VoorwaardenAanvaard.type.name: Text(nl: "voorwaarden aanvaard", en: "conditions accepted")
    case BesluitMeegedeeld.type.name:
      Text(nl: "besluit meegedeeld", en: "decision told")
        + (self[BesluitMeegedeeld.uitvoeringVanaf].map {
          Text(nl: ", uitvoering vanaf \($0.text.nl)", en: ", carried out from \($0.text.en)")
        } ?? Text(""))
    case UitvoeringGebleken.type.name: Text(nl: "uitvoering gebleken", en: "execution noticed")
    case KantonrechterVerzocht.type.name: Text(nl: "kantonrechter verzocht: ", en: "court asked: ") + verzoekText
    case KantonrechterBeslist.type.name:
      (self[KantonrechterBeslist.toegewezen] == true
        ? Text(nl: "kantonrechter wees toe: ", en: "court granted: ")
        : Text(nl: "kantonrechter wees af: ", en: "court refused: ")) + verzoekText
        + Text(nl: ", zaak \(self[Rechtszaak.zaaknummer] ?? "?")", en: ", case \(self[Rechtszaak.zaaknummer] ?? "?")")
    case NietigheidTeruggenomen.type.name: Text(nl: "nietigheid teruggenomen", en: "nullity taken back")
    case AdviesGevraagd.type.name: Text(nl: "advies gevraagd", en: "advice asked")
    case AdviesUitgebracht.type.name: Text(nl: "advies uitgebracht", en: "advice given")
    case OvereenstemmingBereikt.type.name: Text(nl: "overeenstemming bereikt", en: "agreement reached")
    default: Text(nl: "correctie", en: "correction")
    }
  }

  private var verzoekText: Text { self[Rechtszaak.verzoek]?.text ?? Text("?") }

  /// Why the body's own signature is missing; nil when the body did not have to sign or did.
  func historyNote(_ body: Rol, _ registry: KeyRegistry, _ catalog: Catalog) -> Text? {
    let isOfBody = InstemmingRules.bodySpeaks.contains { $0.type.name == type }
    guard isHistorical, isOfBody, capacity(registry, catalog)?.rol != body else { return nil }
    return Text(
      nl: "niet door de \(body.text.nl) ondertekend: historisch feit, bron: \(self[HistoricalFact.bron] ?? "?")",
      en: "not signed by the \(body.text.en): historical fact, source: \(self[HistoricalFact.bron] ?? "?")")
  }
}

extension Procedure {
  /// Where it stands, in words.
  func standText(op day: CalendarDate?) -> Text {
    let facts = geldend(op: day)
    switch soort {
    case .advies:
      guard let last = facts.last else { return InstemmingStand.ontbreekt.text }
      return last.is(AdviesUitgebracht.self)
        ? Text(nl: "uitgebracht", en: "given") : Text(nl: "gevraagd, nog niet uitgebracht", en: "asked, not given yet")
    case .overleg:
      return facts.isEmpty
        ? InstemmingStand.ontbreekt.text : Text(nl: "overeenstemming bereikt", en: "agreement reached")
    case .instemming: return (stand(op: day)?.stand ?? .ontbreekt).text
    }
  }

  /// The same with the style that goes with it.
  func standStyled(op day: CalendarDate?) -> StyledText {
    let style: Style =
      switch stand(op: day)?.stand {
      case .verleend, .voorwaardenAanvaard, .vervangendVerleend, .nietVereist: .good
      case .aangevraagd, .voorwaardelijk: .warning
      case .geweigerd, .nietigIngeroepen: .bad
      case .ontbreekt, nil: soort == .instemming ? .faint : .emphasis
      }
    return StyledText(standText(op: day), style)
  }

  /// How people call the subject, with the version and the decision where those are not understood of themselves.
  func subject(_ reading: Reading, _ catalog: Catalog) throws -> Text {
    let handle = try reading.handle(of: onderwerp, versie: versie, catalog)
    let version =
      handle == onderwerp.description
      ? versie.map { Text(nl: ", versie \($0.prefix(12))…", en: ", version \($0.prefix(12))…") } : nil
    let known = try besluit(reading.filter)
    let decision = known == .standaard(versie: versie ?? aanduiding) ? nil : known?.text
    let name = aanduiding.map { Text(nl: ", versie «\($0)»", en: ", version “\($0)”") }
    return Text(handle) + (version ?? name ?? Text(""))
      + (decision.map { Text(nl: " (\($0.nl))", en: " (\($0.en))") } ?? Text(""))
  }
}
