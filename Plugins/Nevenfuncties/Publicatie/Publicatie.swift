import Governance
import Publication

/// What the public site shows of the register: every page, the data, the changes and what can be checked.
///
/// A pure function of the register, so the same register gives the same bytes.
struct Publicatie {
  let register: OpenbaarRegister
  let settings: SiteSettings
  let sjablonen: Templates
  /// Statements whose content is gone: it is not shown in any earlier state either.
  let vervallen: Set<String>
  /// The number of each statement among those beside its function, by its id.
  let nummers: [String: Int]
  /// Every function that the register knows, in the order of the list and then of the changes.
  let alleFuncties: [OpenbareFunctie]

  init(_ register: OpenbaarRegister, _ settings: SiteSettings) throws {
    self.register = register
    self.settings = settings
    sjablonen = try Templates(Self.bronnen + Layout.shared)
    vervallen = Set(
      register.opgaven.filter { if case .vervallen = $0.status { true } else { false } }.map(\.id))
    nummers = Dictionary(grouping: register.opgaven, by: \.functie.slug).values.reduce(into: [:]) { nummers, opgaven in
      for (index, opgave) in opgaven.enumerated() { nummers[opgave.id] = index + 1 }
    }
    var gezien: Set<String> = []
    let kaarten = register.standen.reversed().flatMap { $0.kaarten.map(\.functie) }
    alleFuncties = (kaarten + register.opgaven.map(\.functie) + register.wijzigingen.map(\.functie))
      .filter { gezien.insert($0.slug).inserted }
    try toetsAdressen()
  }

  /// The subject as the site's writer takes it.
  func subject() throws -> PublishedSubject {
    PublishedSubject(
      slug: Adressen.woord, title: "Nevenfuncties",
      summary: "Welk ander werk de hoogste ambtenaren van \(settings.organisatie) doen naast hun functie.",
      legalBase: grondslag,
      responsible: verantwoordelijke, pages: try bladzijden(), dataset: gegevens, changes: veranderingen,
      checked: controleerbaar, policy: beleid)
  }

  private func bladzijden() throws -> [Page] {
    try lijst() + functies() + opgaven() + standen() + wijzigingen() + statussen()
      + (toont(.organisatie) ? organisaties() : [])
  }

  /// The regulation and the place in it, as anyone can look it up.
  var grondslag: String {
    register.regeling.titel + (register.regeling.grondslag.map { ", " + $0 } ?? "")
  }

  /// The present state; nil before there was any.
  var nu: OpenbareStand? { register.standen.last }

  /// Who is responsible, as a sentence may start with it.
  var verantwoordelijke: String {
    let naam = register.regeling.verantwoordelijke.text(.dutch)
    return naam.prefix(1).uppercased() + naam.dropFirst()
  }

  /// Fields of a statement that the regulation names, in its order; the name stands with the function.
  var velden: [OpenbaarVeld] { register.regeling.velden.filter { $0 != .naam } }

  /// Whether a statement's content is gone.
  func isVervallen(_ versie: OpgaveVersie) -> Bool { vervallen.contains(versie.opgave) }

  func toont(_ veld: OpenbaarVeld) -> Bool { register.regeling.velden.contains(veld) }

  /// Words that become part of an address may hold nothing that has a meaning there.
  private func toetsAdressen() throws {
    let woorden =
      register.opgaven.map(\.id) + register.standen.flatMap { $0.kaarten.map(\.id) } + alleFuncties.map(\.slug)
    for woord in woorden where !Address.isSegment(woord) {
      throw Failure(
        .badInput,
        Text(
          nl: "'\(woord)' kan geen deel van een adres zijn: verwacht werden kleine letters, cijfers en streepjes.",
          en: "'\(woord)' cannot be a part of an address: expected were small letters, digits and hyphens."))
    }
  }
}
