import Governance
import Testing

@testable import Console

struct KeyValueListTests {
  private static var list: KeyValueList {
    var list = KeyValueList()
    list.add(Text(nl: "Beleid", en: "Policy"), "Gedragscode")
    list.add(Text(nl: "Status", en: "State"), nil)
    list.add(
      Text(nl: "Toelichting", en: "Note"), StyledText(paragraphs: "Eerste alinea van de toelichting.\n\nTweede."))
    return list
  }

  @Test func `Values line up, wrap under themselves, and nothing is left out but nil`() {
    #expect(
      Self.list.rendered(.dutch, width: 34, colour: false) == """
        Beleid:       Gedragscode
        Toelichting:  Eerste alinea van de
                      toelichting.

                      Tweede.

        """)
  }

  @Test func `Elsewhere than on a terminal values do not wrap`() {
    let text = Self.list.rendered(.english, width: nil, colour: false)
    #expect(text.hasPrefix("Policy:  Gedragscode\nNote:    Eerste alinea van de toelichting.\n\n"))
  }
}
