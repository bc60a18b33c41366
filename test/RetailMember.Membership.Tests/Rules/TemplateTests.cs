using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Tests.Rules;

public class TemplateTests
{
    [Theory]
    [InlineData("four-tiers")]
    [InlineData("three-cards")]
    [Trait("Req", "CORE-17"), Trait("Req", "CORE-19"), Trait("Req", "CORE-51")]
    public void Every_template_is_sound_and_its_examples_pass(string name)
    {
        var template = name == "four-tiers" ? ProgrammeTemplates.FourTiers : ProgrammeTemplates.ThreeCards;

        ProgrammeCheck.Faults(template).ShouldBeEmpty();
        var results = ExampleRunner.Run(Programme.From(template));
        results.Count.ShouldBeGreaterThan(5);
        results.SelectMany(result => result.Differences).ShouldBeEmpty();
    }

    [Fact]
    public void A_document_survives_being_written_and_read()
    {
        var json = ProgrammeJson.Write(ProgrammeTemplates.FourTiers);

        ProgrammeJson.Write(ProgrammeJson.Read(json)).ShouldBe(json);
    }
}
