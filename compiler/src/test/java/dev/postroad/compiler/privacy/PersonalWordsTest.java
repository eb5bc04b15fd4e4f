package dev.postroad.compiler.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalWordsTest {
    @ParameterizedTest
    @CsvSource({
        "email, an e-mail address",
        "user_email, an e-mail address",
        "eMail, an e-mail address",
        "billing_emails, an e-mail address",
        "phone_number, a phone number",
        "mobile_number, a phone number",
        "birth_date, a date of birth",
        "date_of_birth, a date of birth",
        "national_id, a number that identifies a person",
        "credit_card_number, a number that identifies a person",
        "first_name, a person's name",
        "familyName, a person's name",
        "full_name, a person's name",
        "surname, a person's name",
        "customer_name, a person's name",
        "ip, an IP address",
        "client_ip, an IP address",
        "remote_ip_address, an IP address",
        "address, an address",
        "shipping_address, an address",
        "address_line1, an address",
        "address_line_2, an address",
    })
    void guesses(String field, String guess) {
        assertThat(PersonalWords.guess(field, "OrderPlaced")).hasValue(guess);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "file_name",
                "repository_name",
                "host_name",
                "topic_name",
                "display_name",
                "product_name",
                "email_template",
                "email_verified",
                "phone_model",
                "server_ip",
                "node_ip",
                "ip_version",
                "ip_range",
                "script",
                "zip",
                "recipe",
                "host_address",
                "memory_address",
                "mac_address",
                "wallet_address",
                "url",
                "microphones_count",
                "id",
                "tax",
                "v1"
            })
    void keepsSilent(String field) {
        assertThat(PersonalWords.guess(field, "OrderPlaced")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"address, SocketAddress", "full_name, Repository", "ip, ClusterNode", "address, Listener"})
    void letsTheMessageSpeakAgainstIt(String field, String message) {
        assertThat(PersonalWords.guess(field, message)).isEmpty();
    }
}
