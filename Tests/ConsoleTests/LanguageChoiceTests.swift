import Console
import Governance
import Testing

struct LanguageChoiceTests {
  @Test(
    arguments: [
      ([], [:], Language.dutch),
      (["log", "--taal", "en"], ["WAARBORG_TAAL": "nl"], .english),
      (["log", "--taal=nl"], ["WAARBORG_TAAL": "en", "LANG": "en_GB.UTF-8"], .dutch),
      (["--taal", "en", "--taal", "nl"], [:], .dutch),
      (["--", "--taal", "en"], [:], .dutch),
      (["--taal"], [:], .dutch),
      (["--taal", "fr"], ["WAARBORG_TAAL": "en"], .english),
      ([], ["WAARBORG_TAAL": "nl", "LC_ALL": "en_US.UTF-8"], .dutch),
      ([], ["LANG": "en_US.UTF-8"], .english),
      ([], ["LANG": "en"], .english),
      ([], ["LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "nl_NL"], .english),
      ([], ["LC_ALL": "nl_NL.UTF-8", "LANG": "en_US.UTF-8"], .dutch),
      ([], ["LANG": "C.UTF-8"], .dutch),
      ([], ["LANG": "de_DE.UTF-8"], .dutch),
      ([], ["LANG": "enm_XX"], .dutch),
    ] as [([String], [String: String], Language)])
  func `The option, the variable and the locale decide, in that order`(
    arguments: [String], environment: [String: String], expected: Language
  ) {
    #expect(Language.choose(arguments: arguments, environment: environment) == expected)
  }
}
