import Governance
import LedgerCrypto
import Publication

extension Regelingenpublicatie {
  /// The page of one adopted version.
  func versie(_ versie: OpenbareVersie, van regeling: OpenbareRegeling, _ naar: (Page) throws -> Void) throws {
    let pad = regeling.adres(versie)
    let geldt = geldt(versie)
    let instemming = versie.instemming
    let values: TemplateValue = [
      "titel": .text(versie.titel), "nummer": .text(String(versie.nummer)), "soort": .text(Self.soort(regeling.soort)),
      "geldt": .text(geldt.woord), "merk": .text(geldt.merk), "periode": periode(versie),
      "regeling": weg(pad, regeling.adres), "regelingtitel": .text(regeling.titel),
      "aanduiding": .optional(versie.aanduiding), "vastgesteld": vastgesteld(versie),
      "orgaan": .optional(versie.orgaan.map(\.asSentenceStart)), "besluit": .optional(versie.besluitnummer),
      "vanaf": versie.vanaf.map { moment("", $0) } ?? moment(versie.reden.asSentenceStart),
      "tot": tot(versie), "looptijd": looptijd(versie),
      "instemming": .text(instemming.tekst.asSentenceStart),
      "instemmingOp": .optional(instemming.op.map(HTMLDate.value)), "over": .text(instemming.over),
      "isGelijk": .flag(instemming.isGelijk == true),
      "instemmingNummer": .optional(instemming.position.map { String($0) }),
      "digest": .optional(versie.digest?.hex), "tekst": tekstzin(versie),
      "bestand": try bestandswaarde(versie, van: regeling, pad: pad), "heeftLinks": .flag(!versie.links.isEmpty),
      "links": .list(versie.links.map { .text($0) }),
    ]
    try naar(
      Page(
        path: pad, title: "\(titel(regeling)), versie \(versie.nummer)",
        summary:
          "Wanneer deze versie is vastgesteld en geldt, wat de ondernemingsraad besloot en wat er met de tekst is.",
        trail: kruimels(Page.Link(regeling.titel, regeling.adres)),
        opening: try sjablonen.render("versie-opening", values), html: try sjablonen.render("versie", values),
        alternates: vormen))
  }

  private func periode(_ versie: OpenbareVersie) -> TemplateValue {
    guard let vanaf = versie.vanaf, versie.geldt != .unknown else { return moment(versie.reden.asSentenceStart) }
    switch versie.geldt {
    case .yes:
      return versie.tot.map { moment("Deze versie geldt van", vanaf, "tot \($0.text(.dutch))") }
        ?? moment("Deze versie geldt sinds", vanaf)
    default:
      if vanaf.isAfter(register.dag) == .yes { return moment("Deze versie geldt vanaf", vanaf) }
      return versie.tot.map { moment("Deze versie gold van", vanaf, "tot \($0.text(.dutch))") }
        ?? moment(versie.reden.asSentenceStart)
    }
  }

  private func tot(_ versie: OpenbareVersie) -> TemplateValue {
    if let tot = versie.tot { return moment("", tot) }
    return versie.geldt == .yes || isLater(versie)
      ? moment("Geen einddag vastgelegd") : moment(versie.reden.asSentenceStart)
  }

  // MARK: The file

  /// Where the file of a published text stands: beside the page of its version, under its digest.
  func bestand(
    _ versie: OpenbareVersie, van regeling: OpenbareRegeling, _ teksten: Tekstlezer
  ) throws -> SiteFile? {
    guard case .openbaar(let position, _, _, _) = versie.tekst, let digest = versie.digest else { return nil }
    let document = try teksten.document(at: position)
    return SiteFile(beside: pad(digest, regeling.adres(versie)), document.bytes, mediaType: document.mediaType)
  }

  private func pad(_ digest: Digest, _ adres: String) -> String { adres.dropFirst() + digest.hex }

  private func bestandswaarde(
    _ versie: OpenbareVersie, van regeling: OpenbareRegeling, pad: String
  ) throws -> TemplateValue {
    guard case .openbaar(_, _, let mediaType, let bytes) = versie.tekst, let digest = versie.digest else {
      return false
    }
    let file = SiteFile(beside: self.pad(digest, pad), [], mediaType: mediaType)
    return [
      "adres": weg(pad, "/" + file.path), "soort": .text(Self.soort(bestand: file.mediaType)),
      "grootte": .text(Self.grootte(bytes)),
      "lezen": .optional(versie.isLeesbaar ? Address.relative(from: pad, to: pad + "tekst/") : nil),
      "vergelijken": vorige(versie, van: regeling).map { vorige in
        [
          "adres": weg(pad, Regelingadressen.verschil(regeling.woord, versie.nummer)),
          "nummer": .text(String(vorige.nummer)),
        ]
      } ?? false,
    ]
  }

  private static func soort(bestand mediaType: String) -> String {
    switch mediaType {
    case "text/plain": "tekst"
    case "text/markdown": "tekst met Markdown"
    case "application/pdf": "PDF"
    case "application/octet-stream": "ander bestand"
    default: "tekstdocument"
    }
  }

  private static func grootte(_ bytes: Int64) -> String {
    bytes < 1000 ? "\(bytes) bytes" : bytes < 1_000_000 ? "\(bytes / 1000) kB" : "\(bytes / 1_000_000) MB"
  }
}
