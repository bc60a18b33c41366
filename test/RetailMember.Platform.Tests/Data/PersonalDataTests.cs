using System.Security.Cryptography;
using RetailMember.Data;

namespace RetailMember.Platform.Tests.Data;

public sealed class PersonalDataTests
{
    private const string Mobile = "membership.mobile";
    private static readonly byte[] Old = RandomNumberGenerator.GetBytes(32);
    private static readonly byte[] New = RandomNumberGenerator.GetBytes(32);
    private readonly PersonalData personal = new(PersonalDataKeys.Of(Old));

    [Theory]
    [InlineData("")]
    [InlineData("13800138000")]
    [InlineData("王小明")]
    public void What_is_sealed_opens_again(string text) => personal.Open(personal.Seal(text, Mobile), Mobile).ShouldBe(text);

    [Fact]
    public void The_same_text_is_never_sealed_the_same_way_twice() =>
        personal.Seal("13800138000", Mobile).ShouldNotBe(personal.Seal("13800138000", Mobile));

    [Fact]
    public void A_value_that_was_moved_to_another_column_does_not_open() => Should.Throw<CryptographicException>(
        () => personal.Open(personal.Seal("13800138000", Mobile), "membership.name"));

    [Fact]
    public void A_value_that_was_changed_does_not_open()
    {
        var sealedText = personal.Seal("13800138000", Mobile).ToCharArray();
        sealedText[^5] = sealedText[^5] == 'A' ? 'B' : 'A';
        Should.Throw<CryptographicException>(() => personal.Open(new string(sealedText), Mobile));
    }

    [Theory]
    [InlineData("")]
    [InlineData("13800138000")]
    [InlineData("v9.AAAA")]
    [InlineData("v1.AAAA")]
    [InlineData("v1.?")]
    public void What_was_never_sealed_does_not_open(string text) =>
        Should.Throw<CryptographicException>(() => personal.Open(text, Mobile));

    [Fact]
    public void A_new_key_seals_and_the_old_one_still_opens_and_finds()
    {
        var rotated = new PersonalData(new PersonalDataKeys(2, new Dictionary<int, byte[]> { [1] = Old, [2] = New }));

        rotated.Seal("x", Mobile).ShouldStartWith("v2.");
        rotated.Open(personal.Seal("x", Mobile), Mobile).ShouldBe("x");
        rotated.BlindIndex("x", Mobile).ShouldBe(personal.BlindIndex("x", Mobile));
    }

    [Fact]
    public void A_blind_index_finds_the_same_text_of_the_same_purpose_alone()
    {
        personal.BlindIndex("13800138000", Mobile).Length.ShouldBe(43);
        personal.BlindIndex("13800138000", Mobile).ShouldNotBe(personal.BlindIndex("13800138001", Mobile));
        personal.BlindIndex("13800138000", Mobile).ShouldNotBe(personal.BlindIndex("13800138000", "membership.card"));
        new PersonalData(PersonalDataKeys.Of(New)).BlindIndex("x", Mobile).ShouldNotBe(personal.BlindIndex("x", Mobile));
    }

    [Fact]
    public void A_keyed_hash_is_the_same_for_the_same_content_and_purpose_alone()
    {
        var hash = personal.KeyedHash("123456"u8, "platform.command");
        hash.Length.ShouldBe(32);
        hash.ShouldBe(personal.KeyedHash("123456"u8, "platform.command"));
        hash.ShouldNotBe(personal.KeyedHash("123457"u8, "platform.command"));
        hash.ShouldNotBe(personal.KeyedHash("123456"u8, "other"));
        hash.ShouldNotBe(SHA256.HashData("123456"u8));
        new PersonalData(PersonalDataKeys.Of(New)).KeyedHash("123456"u8, "platform.command").ShouldNotBe(hash);
    }

    [Fact]
    public void A_key_of_the_wrong_length_is_refused() =>
        Should.Throw<ArgumentException>(() => new PersonalData(PersonalDataKeys.Of(new byte[31])));
}
