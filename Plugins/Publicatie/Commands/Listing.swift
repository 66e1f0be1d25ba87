import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto
import Publication

extension PublicatieCommand {
  /// `waarborg publicatie toon`
  struct Toon: ProgramCommand {
    static let configuration = CommandConfiguration(
      "toon", nl: "Toon wat er is gekozen en wanneer er voor het laatst is gepubliceerd.",
      en: "Show what was chosen and when the site was last published.")
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try options.refuseDay()
      try program.read(options) { _, reading in
        guard let chosen = try Publicaties.instelling(reading.views) else {
          throw Failure(
            .notFound, Text(nl: "publiceren is nog niet ingesteld", en: "publishing has not been set up"),
            remedy: PublicatieRules.notSetUp.remedy)
        }
        let last = try Publicaties.laatste(reading.views)
        if shared.json {
          program.terminal.outJSON(json(chosen, last).text)
        } else {
          program.terminal.out(list(chosen, last))
        }
      }
    }

    private func json(_ chosen: Instelling, _ last: Uitvoering?) -> JSON {
      [
        "position": .int(Int64(chosen.position)), "op": chosen.op.json, "adres": .string(chosen.adres),
        "contact": .string(chosen.contact), "beveiligingscontact": .string(chosen.beveiligingscontact),
        "zoekmachines": chosen.zoekmachines.json, "licentie": .string(chosen.licentie),
        "laatste": last?.json ?? .null,
      ]
    }

    private func list(_ chosen: Instelling, _ last: Uitvoering?) -> KeyValueList {
      var list = KeyValueList()
      list.add(Text(nl: "Adres", en: "Address"), "\(chosen.adres, .emphasis)")
      list.add(Text(nl: "Correcties", en: "Corrections"), "\(chosen.contact)")
      list.add(Text(nl: "Kwetsbaarheden", en: "Weaknesses"), "\(chosen.beveiligingscontact)")
      list.add(Text(nl: "Zoekmachines", en: "Search engines"), "\(chosen.zoekmachines.text)")
      list.add(Text(nl: "Licentie", en: "Licence"), "\(chosen.licentie)")
      list.add(
        Text(nl: "Laatste publicatie", en: "Last published"),
        last.map { "\($0.vastgelegd.description)" } ?? StyledText(Text(nl: "nog niet", en: "not yet"), .warning))
      list.add(Text(nl: "over", en: "about"), last.map { "\($0.dag.description)" })
      list.add(Text(nl: "SHA-256 van v1/manifest", en: "SHA-256 of v1/manifest"), last.map { "\($0.manifest.hex)" })
      list.add(
        Text(nl: "SHA-256 van de huisstijl", en: "SHA-256 of the house style"), last?.huisstijl.map { "\($0.hex)" })
      list.add(
        Text(nl: "SHA-256 van de scripts", en: "SHA-256 of the scripts"), last?.scripts.map { "\($0.hex)" })
      return list
    }
  }

  /// `waarborg publicatie lijst`
  struct Lijst: ProgramCommand {
    static let configuration = CommandConfiguration(
      "lijst", nl: "Toon elke publicatie, de laatste eerst.", en: "List every publication, the last one first.")
    @OptionGroup var page: PageOptions
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try options.refuseDay()
      try program.read(options) { _, reading in
        let all = try page.shown(
          Publicaties.uitvoeringen(reading.views, page.page(shared)), shared, on: program.terminal)
        if shared.json {
          for one in all { program.terminal.outJSON(one.json.text) }
          return
        }
        guard !all.isEmpty else {
          program.terminal.note(Text(nl: "Er is nog niet gepubliceerd.", en: "Nothing has been published yet."))
          return
        }
        var table = Table([
          .number(Text(nl: "Nr", en: "No")), .init(Text(nl: "Gepubliceerd", en: "Published")),
          .init(Text(nl: "Over", en: "About")), .number(Text(nl: "Stand na", en: "State after")),
          .number(Text(nl: "Bestanden", en: "Files")),
          .init(Text(nl: "SHA-256 van v1/manifest", en: "SHA-256 of v1/manifest")),
          .init(Text(nl: "SHA-256 van de scripts", en: "SHA-256 of the scripts")),
        ])
        for one in all {
          table.row(
            "\(String(one.position))", "\(one.vastgelegd.description)", "\(one.dag.description)",
            "\(String(one.omvang))", "\(String(one.bestanden))", "\(one.manifest.hex)",
            one.scripts.map { "\($0.hex)" } ?? StyledText(Text(nl: "niet vastgelegd", en: "not recorded")))
        }
        program.terminal.out(table)
      }
    }
  }
}

extension Uitvoering {
  /// The publication for a program.
  var json: JSON {
    [
      "position": .int(Int64(position)), "vastgelegd": .string(vastgelegd.description), "dag": dag.json,
      "omvang": .int(omvang), "wortel": .string(wortel.hex), "bestanden": .int(bestanden),
      "manifest": .string(manifest.hex), "huisstijl": huisstijl.map { .string($0.hex) } ?? .null,
      "scripts": scripts.map { .string($0.hex) } ?? .null,
    ]
  }
}

extension SiteSettings.Robots {
  /// The choice in words.
  var text: Text {
    switch self {
    case .toestaan: Text(nl: "mogen de site opnemen", en: "may list the site")
    case .weigeren: Text(nl: "mogen de site niet opnemen", en: "may not list the site")
    }
  }
}
