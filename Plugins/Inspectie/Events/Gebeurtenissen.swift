import Governance

/// The events of the register, by the stream they belong to.
public enum Gebeurtenissen {
  /// Of an inspection, corrections aside.
  public static let inspectie: [any EventDefinition.Type] = [
    InspectieAangekondigd.self, InspectieUitgevoerd.self, VoornemenOntvangen.self, ZienswijzeIngediend.self,
    ZienswijzeAchterwegeGelaten.self, EisOpgelegd.self, AfschriftAanMedezeggenschap.self, BezwaarIngediend.self,
    VoorlopigeVoorzieningGevraagd.self, BeslissingOpBezwaarOntvangen.self, AlternatieveMaatregelVastgelegd.self,
    EisVoldaanVerklaard.self, BewijsHerhaald.self, HerinspectieUitgevoerd.self, BoeterapportOpgemaakt.self,
    ProcesVerbaalOpgemaakt.self, BestuursdwangToegepast.self, InspectieAfgesloten.self,
  ]
  /// Of a risk inventory and its plan.
  public static let rie: [any EventDefinition.Type] = [
    RieUitgevoerd.self, WerknemersBijRieGeraadpleegd.self, RisicofactorenVastgelegd.self, RieVastgesteld.self,
    RieResultaatBekendgemaakt.self, PlanVanAanpakVastgesteld.self, PlanVanAanpakBekendgemaakt.self,
    PlanVanAanpakGeevalueerd.self,
  ]
  /// Of a measure.
  public static let maatregel: [any EventDefinition.Type] = [
    MaatregelVastgelegd.self, MaatregelBijgesteld.self, VerantwoordelijkeAangewezen.self, MaatregelUitgevoerd.self,
    MaatregelGeevalueerd.self, MaatregelVervallen.self,
  ]
  /// Evidence that stands by itself.
  public static let los: [any EventDefinition.Type] = [
    VoorlichtingGegeven.self, VoorlichtingOntvangen.self, BegripGetoetst.self, TrainingGevolgd.self,
    InstructieGegeven.self, CommunicatieuitingVastgelegd.self, HandelingsmogelijkhedenBeschreven.self,
    OndersteuningGeboden.self, OnderzoekUitgevoerd.self, SignalenVerzameld.self, SignaalBesproken.self,
    MonitoringUitgevoerd.self, BewijsstukVastgelegd.self, JaarverklaringAfgegeven.self,
  ]
  /// What puts them on the public site.
  static let opSite: [any EventDefinition.Type] = [EisOpenbaargemaakt.self, MaatregelOpenbaargemaakt.self]
  /// What takes them off it.
  static let vanSite: [any EventDefinition.Type] = [EisVanSiteGehaald.self, MaatregelVanSiteGehaald.self]
  /// What of them stands on the public site.
  public static let openbaar: [any EventDefinition.Type] = opSite + vanSite
  /// What corrects them.
  public static let correcties: [any EventDefinition.Type] = [
    InspectieGecorrigeerd.self, RieGecorrigeerd.self, MaatregelGecorrigeerd.self, BewijsGecorrigeerd.self,
  ]
  /// Facts, which may be from before the ledger.
  static let feiten: [any EventDefinition.Type] = inspectie + rie + maatregel + los
  /// Every event of the register.
  static let alle: [any EventDefinition.Type] = feiten + openbaar + correcties

  /// Every event that can be evidence for a demand.
  public static let bewijs: [any Bewijsgebeurtenis.Type] = feiten.compactMap { $0 as? any Bewijsgebeurtenis.Type }
  /// Evidence that counts how many of a group were reached.
  public static let dekking: [any Dekking.Type] = feiten.compactMap { $0 as? any Dekking.Type }
}

/// The type of a correction: an earlier event of the stream lapses, or happened on another date.
func correctie(_ name: String, stream: String, van subject: String) -> EventType {
  EventType(
    name, stream: stream,
    meaning: "Een eerdere gebeurtenis van \(subject) was een vergissing, of is van een andere dag.",
    source: "README, The event", signers: Ondertekenaars.vastleggers
  ) {
    Correction.event
    Correction.date
    Correction.reason
  }
}
