import Governance
import Instemming
import Ledger
import LedgerCrypto
import Publication

/// Reads what is public of the rules. What a rule says, since when and how it stands comes from the same models as
/// `beleid toon`; here only drafts and what was typed as an explanation are left out.
struct Regelinglezer {
  let views: ViewReader
  let filter: VisibilityFilter
  let dag: CalendarDate
  /// The day on which the ledger was founded.
  let opening: CalendarDate?

  init(_ views: ViewReader, _ filter: VisibilityFilter, op dag: CalendarDate) throws {
    self.views = views
    self.filter = filter
    self.dag = dag
    opening = try filter.event(at: 0)?.recordedAt.date
  }

  /// Every rule of which a version was adopted by the day.
  func register() throws -> Regelingregister {
    let all = try views.keys(Regeling.self).compactMap { try views.subject(Regeling.self, $0) }
    return Regelingregister(dag: dag, regelingen: try all.compactMap(openbaar))
  }

  private func openbaar(_ regeling: Regeling) throws -> OpenbareRegeling? {
    let overzicht = try Overzicht(regeling, op: dag, views, opening: opening)
    let adopted = overzicht.vastgesteld
    guard let main = overzicht.versie, adopted.contains(where: { $0.nummer == main.nummer }) else { return nil }
    let versies = try adopted.map { try versie($0, of: regeling, overzicht.geldend) }
    guard let hoofd = versies.first(where: { $0.nummer == main.nummer }) else { return nil }
    let woord = Regelingadressen.segment(regeling.kenmerk, regeling.stream)
    let isNietig = try Nietigheidsbeeld(main, of: regeling, views)?.gevolg == .nietig
    let nummers = Set(adopted.map(\.nummer))
    return OpenbareRegeling(
      woord: woord, kenmerk: regeling.kenmerk, titel: main.titel, soort: main.soort,
      cvdr: main.cvdr
        ?? main.feiten.compactMap { $0.is(RegelingBekendgemaakt.self) ? $0[RegelingBekendgemaakt.cvdr] : nil }.last,
      link: main.link.flatMap { WebAddress.isSafe($0) ? $0 : nil },
      status: Regelingstatus(overzicht.toestand, isNietig: isNietig), hoofd: hoofd,
      versies: versies, kandidaten: overzicht.geldend.kandidaten.map(\.versie.nummer), evaluatie: overzicht.evaluatie,
      onbekend: Onbekend.texts(regeling, van: nummers).map { $0(.dutch) },
      gebeurtenissen: try gebeurtenissen(regeling, adopted, titel: main.titel, woord),
      perioden: try perioden(regeling, overzicht))
  }

  private func versie(_ versie: Versie, of regeling: Regeling, _ geldend: Geldend) throws -> OpenbareVersie {
    let geldigheid = geldend.versies.first { $0.versie.nummer == versie.nummer }
    let links = versie.feiten.filter { $0.is(RegelingBekendgemaakt.self) }
      .compactMap { $0[RegelingBekendgemaakt.link] }.filter { WebAddress.isSafe($0) }
    return OpenbareVersie(
      nummer: versie.nummer, aanduiding: versie.aanduiding, titel: versie.titel, digest: versie.digest,
      vaststelling: versie.feit(RegelingVastgesteld.self), geldt: geldigheid?.antwoord ?? .no,
      reden: (geldigheid?.reden ?? Text("–"))(.dutch), vanaf: geldigheid?.vanaf, tot: geldigheid?.tot,
      instemming: try OpenbareInstemming(versie, of: regeling, views), looptijd: Looptijd(versie, op: dag),
      tekst: try tekst(versie), links: links)
  }

  /// What was taken off is on no page, of whatever day; what is put on is there from the day of that decision.
  private func tekst(_ versie: Versie) throws -> Tekststaat {
    guard let adopted = versie.feit(RegelingVastgesteld.self) else { return .ontbreekt }
    let decision = versie.openbaarmaking.flatMap { $0.effective.isOnOrBefore(dag) == .yes ? $0 : nil }
    switch try filter.reveal(adopted.reference(RegelingVastgesteld.tekst)) {
    case .erased: return .vernietigd(stondOpSite: versie.vanSiteGehaald != nil || decision != nil)
    case .absent, .missing, .sealed: return .ontbreekt
    case .value(let json):
      guard let reference = DocumentReference(json: json) else { return .ontbreekt }
      guard let decision else {
        return .nietOpenbaar(vanSite: versie.vanSiteGehaald?.effective, mediaType: reference.mediaType)
      }
      return .openbaar(
        position: adopted.position, sinds: decision.effective, mediaType: reference.mediaType, bytes: reference.size)
    }
  }

  // MARK: What happened

  private func gebeurtenissen(
    _ regeling: Regeling, _ adopted: [Versie], titel: String, _ woord: String
  ) throws -> [Happening] {
    let nummers = Set(adopted.map(\.nummer))
    func gebeurtenis(_ feit: Fact, _ versie: Int, _ zin: String, link: String? = nil) -> Happening {
      Happening(
        feit, to: titel, part: "versie \(versie)", path: Regelingadressen.regeling(woord), zin, link: link)
    }
    let eigen = try regeling.feiten.compactMap { feit -> Happening? in
      guard let nummer = regeling.nummer(of: feit), nummers.contains(nummer), isGebeurd(feit) else { return nil }
      if feit.isCorrection {
        return try verbetering(feit, regeling).map { gebeurtenis(feit, nummer, $0) }
      }
      guard feit.counts, Self.isOpenbaar(feit) else { return nil }
      let link = feit[RegelingBekendgemaakt.link].flatMap { WebAddress.isSafe($0) ? $0 : nil }
      return gebeurtenis(
        feit, nummer, try zin(feit, regeling), link: feit.is(RegelingBekendgemaakt.self) ? link : nil)
    }
    let instemming = try Instemmingsfeiten.verloop(over: regeling.stream, in: views).compactMap { regel in
      let over = adopted.first { versie in
        regel.versie.map { versie.digest?.hex == $0 } ?? (versie.aanduiding == regel.aanduiding)
      }
      guard let over, Self.isOpenbaar(instemming: regel.feit), isGebeurd(regel.feit) else {
        return Happening?.none
      }
      return gebeurtenis(regel.feit, over.nummer, regel.text(.dutch))
    }
    return (eigen + instemming).sorted { $0.position < $1.position }
  }

  private func zin(_ feit: Fact, _ regeling: Regeling) throws -> String {
    try Beschrijving.text(feit, regeling, metToelichting: false) { try naam(van: $0) }(.dutch)
  }

  /// What a correction says of a fact that is or was public.
  private func verbetering(_ correctie: Fact, _ regeling: Regeling) throws -> String? {
    guard let fout = regeling.feiten.first(where: { $0.id == correctie[Correction.event] }), Self.isOpenbaar(fout)
    else {
      return nil
    }
    let wat = try zin(fout, regeling)
    return Happening.correction(correctie, of: wat)
  }

  /// What was announced for a later day is told as soon as it was recorded.
  private func isGebeurd(_ feit: Fact) -> Bool { feit.effective.isAfter(dag) != .yes || feit.recordedOn <= dag }

  /// How another rule is called, when it is on the site.
  private func naam(van stream: StreamID) throws -> String {
    guard let other = try Regeling.of(stream, views),
      let versie = other.versies.last(where: { $0.isVastgesteld })
    else { return "een andere regeling" }
    return versie.titel
  }

  /// Drafts, and what a text led to inside the organisation, are not told.
  private static func isOpenbaar(_ feit: Fact) -> Bool {
    feit.is(
      WerknemersGeraadpleegd.self, RegelingVastgesteld.self, RegelingBekendgemaakt.self,
      RegelingInWerkingGetreden.self, RegelingGeevalueerd.self, LooptijdVerlengd.self, RegelingIngetrokken.self,
      RegelingstekstOpenbaargemaakt.self, RegelingstekstVanSiteGehaald.self)
  }

  /// The decisions about consent; what the two sides wrote to each other in between is theirs.
  private static func isOpenbaar(instemming feit: Fact) -> Bool {
    feit.counts
      && feit.is(
        InstemmingGevraagd.self, InstemmingVerleend.self, InstemmingOnderVoorwaardenVerleend.self,
        InstemmingOnthouden.self, InstemmingVervangen.self, InstemmingNietVereist.self, VoorwaardenAanvaard.self,
        NietigheidIngeroepen.self, NietigheidTeruggenomen.self, KantonrechterBeslist.self)
  }
}
