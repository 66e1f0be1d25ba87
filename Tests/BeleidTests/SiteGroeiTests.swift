import Governance
import Instemming
import Ledger
import LedgerCrypto
import Proefboek
import Publication
import Testing

@testable import Beleid

/// Pages stay light and sound however many rules there are and whatever they are called.
struct SiteGroeiTests {
  /// A ledger with as many rules in force, each with a text and a title.
  private static func boek(_ titels: [String]) throws -> Proefboek {
    let boek = try Proefboek()
    let rules = titels.enumerated().map { (Proefregeling(boek, "regeling-\($0)"), $1) }
    func drafts<E: RegelingGebeurtenis>(
      _ type: E.Type, _ change: (inout EventDraft, Proefregeling, Document, String) -> Void
    ) throws -> [EventDraft] {
      try rules.map { rule, titel in
        let document = Proefregeling.document("De tekst van \(rule.kenmerk)")
        var draft = EventDraft(type, stream: rule.stroom, effective: try ImpreciseDate(Proefboek.founded))
        draft[E.versie] = document.digest
        change(&draft, rule, document, titel)
        return draft
      }
    }
    guard !rules.isEmpty else { return boek }
    try boek.append(
      drafts(RegelingOntworpen.self) { draft, rule, document, titel in
        draft[RegelingOntworpen.kenmerk] = rule.kenmerk
        draft[RegelingOntworpen.titel] = titel
        draft[RegelingOntworpen.soort] = .regeling
        draft[RegelingOntworpen.instemming] = .nietVereist
        draft[RegelingOntworpen.nietVereist] = .buitenArtikel27
        draft.attach(document, as: RegelingOntworpen.concept)
      }, als: .secretariaat)
    let adopted = try drafts(RegelingVastgesteld.self) { draft, _, document, _ in
      draft[RegelingVastgesteld.orgaan] = .college
      draft.attach(document, as: RegelingVastgesteld.tekst)
    }
    try boek.append(adopted + drafts(RegelingInWerkingGetreden.self) { _, _, _, _ in }, als: .college)
    return boek
  }

  @Test(arguments: [1, 250])
  func `However many rules there are, each is on the list once and no page is heavy`(count: Int) throws {
    let site = try Proefsite(try Self.boek((0..<count).map { "Regeling over onderwerp \($0)" }))
    site.expectSound()
    let lists = site.pages.filter { $0.page.path == "/regelingen/" || $0.page.path.hasPrefix("/regelingen/pagina/") }
    let rows = lists.map { $0.page.html.matches(of: /<th scope="row"/).count }
    #expect(rows.reduce(0, +) == count && (lists.count > 1) == (count > 100))
    #expect(site.subject.dataset.rows.count == count && site.subject.findable.count == count)
    #expect(site.subject.overview.html.matches(of: /<th scope="row"/).count == min(count, 8))
    #expect(site.subject.overview.figures.first?.count == count)
    let changes = site.pages.filter { $0.page.path.hasPrefix("/regelingen/wijzigingen/") }
    #expect(changes.map { $0.page.html.matches(of: /<li><time/).count }.reduce(0, +) == 2 * count)
  }

  @Test func `No rule at all makes pages that say so`() throws {
    let boek = try Self.boek([])
    try boek.read { reading in
      let register = try Regelinglezer(reading.views, reading.filter, op: try CalendarDate(Proefboek.founded))
        .register()
      let subject = try Regelingenpublicatie(register, Proefsite.settings).subject()
      let pages = try subject.pages.all()
      #expect(pages.first?.html.contains("Er is nog geen regeling vastgesteld.") == true)
      #expect(pages.contains { $0.path == "/regelingen/wijzigingen/" && $0.html.contains("Er is nog niets gebeurd.") })
      #expect(subject.overview.html.isEmpty && subject.dataset.rows.isEmpty)
    }
  }

  private static let vreemd = [
    String(repeating: "x", count: 200), "\u{202B}قواعد السلوك\u{202C}".filter { !"\u{202B}\u{202C}".contains($0) },
    "Regels 👩🏽‍💼 voor thuis", "<b>vet</b> & \"aanhaling\" 'enkel'", "{{titel}} {{>datum}}", "Regelingen",
    "Regelingen: geldt", "Wat er is veranderd", "Dezelfde", "Dezelfde", "Over dit register",
  ]

  @Test func `Whatever a rule is called is shown as text, in a direction of its own, and makes no two titles alike`()
    throws
  {
    let site = try Proefsite(try Self.boek(Self.vreemd))
    site.expectSound()
    let list = try #require(site["/regelingen/"])
    #expect(list.contains("<bdi>&lt;b&gt;vet&lt;/b&gt; &amp; &quot;aanhaling&quot; &#39;enkel&#39;</bdi>"))
    #expect(list.contains("<bdi>{{titel}} {{&gt;datum}}</bdi>") && list.contains("<bdi>\(Self.vreemd[0])</bdi>"))
    for page in site.pages { #expect(!page.html.contains("<b>vet"), "\(page.page.path)") }
    #expect(!site.subject.overview.html.contains("<b>vet"))
  }

  @Test(arguments: ["status", "wijzigingen", "pagina", "-streepje", "gewoon"])
  func `A name that an address cannot have, or has already, gets another word`(kenmerk: String) throws {
    let boek = try Proefboek()
    let rule = Proefregeling(boek, kenmerk)
    try rule.geldt("tekst")
    let site = try Proefsite(boek)
    site.expectSound()
    let word = kenmerk == "gewoon" ? kenmerk : rule.stroom.id.description
    #expect(site["/regelingen/\(word)/versies/1/"] != nil)
  }

  @Test func `What can be checked is marked on the list with the value that was signed, and has a row with the same`()
    throws
  {
    let boek = try Proefboek()
    let code = Proefregeling(boek)
    try code.ontwerp("een", op: "2026-10-01", plicht: .nietVereist)
    try code.stelVast("een", op: "2026-10-02") { $0[RegelingVastgesteld.besluitnummer] = "2026-<1>" }
    try code.ontwerp("twee", op: "2026-10-03", eerste: false)
    let second = try code.stelVast("twee", op: "2026-10-04") { $0[RegelingVastgesteld.besluitnummer] = "2026-2" }
    try code.leg(RegelingInWerkingGetreden.self, "twee", op: "2026-10-05", als: .college)
    let site = try Proefsite(boek)
    #expect(site.subject.checked.map(\.isOnList) == [true, false])
    #expect(site.subject.checked.first?.id == second.id.description)
    try site.expectCheckable()
  }
}
