import Governance
import Ledger

/// It was decided that a demand, its term and what became of it stand on the public site.
///
/// Whether a letter of the inspectorate is public is for the organisation to decide; the site shows none that it did not.
public enum EisOpenbaargemaakt: EventDefinition {
  /// The event type. It carries out what the employer decided.
  public static let type = EventType(
    "EisOpenbaargemaakt", stream: "Inspectie",
    meaning: "De eis, haar termijn en wat ervan kwam, komen op de publieke site.",
    source: "README, Publication", signers: Ondertekenaars.openbaarmakers, hasHappened: true
  ) {}
}

/// It was decided that a demand no longer stands on the public site.
public enum EisVanSiteGehaald: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "EisVanSiteGehaald", stream: "Inspectie", meaning: "De eis en haar maatregelen gaan van de publieke site.",
    source: "README, Publication", signers: Ondertekenaars.openbaarmakers, hasHappened: true
  ) {}
}

/// It was decided that a measure stands on the public site, with the demand for which it is taken.
public enum MaatregelOpenbaargemaakt: EventDefinition {
  /// The demand that it stands with.
  public static let inspectie = Field<StreamID>(
    "inspectie", .clear, "De inspectie bij wier eis zij op de site staat.", shape: .stream(kind: "Inspectie"))

  /// The event type.
  public static let type = EventType(
    "MaatregelOpenbaargemaakt", stream: "Maatregel",
    meaning: "Een maatregel komt op de publieke site, bij de eis waarvoor zij wordt genomen.",
    source: "README, Publication", signers: Ondertekenaars.openbaarmakers, hasHappened: true
  ) { inspectie }
}

/// It was decided that a measure no longer stands on the public site.
public enum MaatregelVanSiteGehaald: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "MaatregelVanSiteGehaald", stream: "Maatregel", meaning: "Een maatregel gaat van de publieke site.",
    source: "README, Publication", signers: Ondertekenaars.openbaarmakers, hasHappened: true
  ) {}
}

extension [Fact] {
  /// The decision by which a demand or a measure is on the site; nil when there is none, or it was taken back.
  var openbaarmaking: Fact? {
    Publishing.decision(self, on: Gebeurtenissen.opSite, off: Gebeurtenissen.vanSite)
  }

  /// The decision by which a demand or a measure was taken off the site; nil when it is there, or never was.
  var vanSiteGehaald: Fact? {
    Publishing.withdrawal(self, on: Gebeurtenissen.opSite, off: Gebeurtenissen.vanSite)
  }
}
