import Governance

/// Whose rules are a starting point.
public enum Regelmodel: String, CodeValue {
  case lelystad
  case maastricht
  case utrecht
  /// The Arbocatalogus of the sector, which binds no one by itself.
  case norm
}

/// One point of the rules, by the field in which a decision settles it.
public enum Regelpunt: String, CodeValue {
  case benoemer, duur, hoogsteVerlengingen
  case instemmingBenoeming, instemmingVerlenging, instemmingExtern, instemmingOntheffing
  case certificering, verliesCertificering, aanstellingsbrief, verklaring, kennisgeving, vaststelling, motivering
  case externe, scholing, intervisie, bijscholing
  case jaaroverzichtDoor, jaaroverzichtUiterlijk, jaaroverzichtOpenbaarheid, drempel
  case registerBijVertrek, oudMedewerkers, bemiddeling, klachtBehandelaar
}

extension Regelpunt: Herkomstpunt {
  /// A point.
  public static var veldnaam: String { "punt" }
}

/// Where the answer on one point of the rules comes from.
public typealias Regelherkomst = Puntherkomst<Regelpunt>
