package dev.postroad.acceptance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.acceptance.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each generated page is the one that the code gives. With the property {@value #REWRITE} it is written instead. */
class ReferenceTest {
    private static final String REWRITE = "postroad.rewrite";

    @Test
    void listsTheCommands() throws IOException {
        compare("docs/reference/commands.md", CommandsPage.text());
    }

    @Test
    void listsTheOptionsOfTheContractLanguage(@TempDir Path folder) throws IOException {
        compare("docs/reference/contract-language.md", ContractLanguagePage.text(folder));
    }

    @Test
    void listsTheRules() throws IOException {
        compare("docs/reference/check-rules.md", RulesPage.text());
    }

    @Test
    void listsTheSettings() throws IOException {
        compare("docs/reference/settings.md", SettingsPage.text());
    }

    private static void compare(String page, String generated) throws IOException {
        if (System.getProperty(REWRITE) != null) {
            Files.writeString(Checkout.ROOT.resolve(page), generated);
        }
        assertThat(Checkout.read(page))
                .as("%s; to write it anew, run this test with -D%s", page, REWRITE)
                .isEqualTo(generated);
    }
}
