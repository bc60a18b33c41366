using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Platform.Tests.Data;

public sealed class PortableModelTests
{
    [Theory]
    [InlineData("Id", "id")]
    [InlineData("BrandId", "brand_id")]
    [InlineData("SMSGateway", "sms_gateway")]
    [InlineData("Address_PostCode", "address_post_code")]
    [InlineData("Line2Text", "line2_text")]
    public void Names_are_in_snake_case(string given, string expected) => PortableModel.SnakeCase(given).ShouldBe(expected);

    [Fact]
    public void Tables_carry_the_module_and_sequences_the_table()
    {
        using var db = new SamplePostgresDb();
        db.Model.FindEntityType(typeof(Sample))!.GetTableName().ShouldBe("sample_sample");
        db.Model.GetSequences().Select(s => s.Name).ShouldBe(["sample_sample_ids"]);
        using var sqlite = new SampleSqliteDb();
        sqlite.Model.GetSequences().ShouldBeEmpty();
    }

    [Fact]
    public void A_decimal_column_is_refused() => Refusal(m => m.Entity<WithDecimal>()).ShouldContain("Decimal");

    [Fact]
    public void A_time_with_an_offset_is_refused() => Refusal(m => m.Entity<WithOffset>()).ShouldContain("DateTimeOffset");

    [Fact]
    public void A_text_without_a_length_is_refused() => Refusal(m => m.Entity<WithText>()).ShouldContain("maximum length");

    private static string Refusal(Action<ModelBuilder> describe)
    {
        using var db = new RefusedDb(describe);
        return Should.Throw<InvalidOperationException>(() => db.Model).Message;
    }

    // A failed model is not cached, so one context type serves all cases.
    private sealed class RefusedDb(Action<ModelBuilder> describe) : ModuleDb("refused", ModuleDbOptions.Sqlite)
    {
        protected override void Describe(ModelBuilder model) => describe(model);
    }

    private sealed record WithDecimal(int Id, decimal Price);

    private sealed record WithOffset(int Id, DateTimeOffset At);

    private sealed record WithText(int Id, string Text);
}
