import Console
import Governance
import Ledger

extension Feit {
  /// What happened, in words.
  var text: Text {
    switch soort {
    case InstemmingGevraagd.type.name: Text(nl: "instemming gevraagd", en: "consent asked")
    case InstemmingVerleend.type.name: Text(nl: "instemming verleend", en: "consent given")
    case InstemmingOnderVoorwaardenVerleend.type.name:
      Text(nl: "instemming onder voorwaarden verleend", en: "consent given on conditions")
    case InstemmingOnthouden.type.name: Text(nl: "instemming onthouden", en: "consent withheld")
    case InstemmingVervangen.type.name:
      Text(
        nl: "vervangen door de kantonrechter, zaak \(zaaknummer ?? "?")",
        en: "substituted by the court, case \(zaaknummer ?? "?")")
        + Text(ecli.map { ", \($0)" } ?? "")
    case InstemmingNietVereist.type.name:
      Text(nl: "instemming niet vereist: ", en: "consent not required: ") + (reden?.text ?? Text("?"))
    case NietigheidIngeroepen.type.name:
      Text(nl: "nietigheid ingeroepen", en: "nullity invoked")
        + (bekendOp.map { Text(nl: ", besluit bekend op \($0.text.nl)", en: ", decision known on \($0.text.en)") }
          ?? Text(""))
    case NietigheidTeruggenomen.type.name: Text(nl: "nietigheid teruggenomen", en: "nullity taken back")
    case AdviesGevraagd.type.name: Text(nl: "advies gevraagd", en: "advice asked")
    case AdviesUitgebracht.type.name: Text(nl: "advies uitgebracht", en: "advice given")
    case OvereenstemmingBereikt.type.name: Text(nl: "overeenstemming bereikt", en: "agreement reached")
    default: Text(nl: "correctie", en: "correction")
    }
  }

  /// In what capacity it was signed; nil when the key or the mandate is no longer known.
  func capacity(_ registry: KeyRegistry, _ catalog: Catalog) -> SigningCapacity? {
    guard let key = registry.keys.keys.first(where: { $0.description == sleutel }),
      let type = catalog.event(named: soort)
    else { return nil }
    return try? registry.capacity(of: key, for: type, at: vastgelegd)
  }

  /// Who signed it, and for whom, in words.
  func signer(_ registry: KeyRegistry, _ catalog: Catalog) -> Text {
    guard let capacity = capacity(registry, catalog) else { return Text(nl: "onbekend", en: "unknown") }
    guard let mandate = capacity.mandaat else { return capacity.rol.text }
    return Text(
      nl: "\(capacity.rol.text.nl), in mandaat van \(mandate.mandaatgever.text.nl)",
      en: "\(capacity.rol.text.en), mandated by the \(mandate.mandaatgever.text.en)")
  }

  /// Why the body's own signature is missing; nil when the body did not have to sign or did.
  func historyNote(_ body: Rol, _ registry: KeyRegistry, _ catalog: Catalog) -> Text? {
    let isOfBody = InstemmingRules.bodySpeaks.contains { $0.type.name == soort }
    guard isHistorisch, isOfBody, capacity(registry, catalog)?.rol != body else { return nil }
    return Text(
      nl: "niet door de \(body.text.nl) ondertekend: historisch feit, bron: \(bron ?? "?")",
      en: "not signed by the \(body.text.en): historical fact, source: \(bron ?? "?")")
  }
}

extension Procedure {
  /// Where it stands, in words.
  func standText(op day: CalendarDate?) -> Text {
    let facts = geldend(op: day)
    switch stream.kind {
    case "Advies":
      guard let last = facts.last else { return InstemmingStand.ontbreekt.text }
      return last.is(AdviesUitgebracht.self)
        ? Text(nl: "uitgebracht", en: "given") : Text(nl: "gevraagd, nog niet uitgebracht", en: "asked, not given yet")
    case "Overleg":
      return facts.isEmpty
        ? InstemmingStand.ontbreekt.text : Text(nl: "overeenstemming bereikt", en: "agreement reached")
    default: return (stand(op: day)?.stand ?? .ontbreekt).text
    }
  }

  /// The same with the style that goes with it.
  func standStyled(op day: CalendarDate?) -> StyledText {
    let style: Style =
      switch stand(op: day)?.stand {
      case .verleend, .voorwaardelijk, .vervangendVerleend, .nietVereist: .good
      case .aangevraagd: .warning
      case .geweigerd, .nietigIngeroepen: .bad
      case .ontbreekt, nil: stream.kind == "Instemming" ? .faint : .emphasis
      }
    return StyledText(standText(op: day), style)
  }

  /// How people call the subject, with the version and the decision where those are not understood of themselves.
  func subject(_ reading: Reading, _ catalog: Catalog) throws -> Text {
    let handle = try reading.handle(of: onderwerp, versie: versie, catalog)
    let version =
      handle == onderwerp.description
      ? versie.map { Text(nl: ", versie \($0.prefix(12))…", en: ", version \($0.prefix(12))…") } : nil
    let decision = besluit == .standaard(versie: versie) ? nil : besluit.text
    return Text(handle) + (version ?? Text(""))
      + (decision.map { Text(nl: " (\($0.nl))", en: " (\($0.en))") } ?? Text(""))
  }

  /// The month for nullity that was invoked and not taken back.
  var nietigheid: (fact: Feit, term: NietigheidsTermijn)? {
    guard stand()?.stand == .nietigIngeroepen, let fact = feit(NietigheidIngeroepen.self), let known = fact.bekendOp
    else { return nil }
    return (fact, NietigheidsTermijn(bekendOp: known))
  }
}
