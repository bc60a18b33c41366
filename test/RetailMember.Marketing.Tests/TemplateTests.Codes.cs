using RetailMember.Marketing.Data;
using RetailMember.Marketing.Direct;
using RetailMember.Marketing.Templates;
using RetailMember.People;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

/// <summary>Words that a gateway takes by the provider's number alone.</summary>
public sealed partial class TemplateTests
{
    [Fact]
    public async Task Words_without_the_providers_number_are_not_approved_while_the_gateway_goes_by_it()
    {
        var studio = await OpenAsync(host);
        var draft = await studio.RunAsync(new EditTemplate.Input("codeless", Terms()));
        var approval = new ApproveTemplate.Input("codeless", 1, draft.WordingMark!);
        var address = await studio.TestAddressAsync("13833337777");

        host.Gateway.NeedsProviderCode = true;
        var (refused, test) = (
            await studio.RefusalAsync(approval, second: true), await studio.RefusalAsync(new SendTest.Input("codeless", address)));
        var coded = await studio.RunAsync(new EditTemplate.Input("codeless", Terms() with { ProviderCode = "SMS_1" }));
        var state = (await studio.SecondAsync(new ApproveTemplate.Input("codeless", 1, coded.WordingMark!))).State;
        host.Gateway.NeedsProviderCode = false;

        (refused, test, state).ShouldBe(("marketing.provider-code-needed", "marketing.provider-code-needed", TemplateState.Approved));
    }

    [Fact]
    public async Task What_waits_in_words_without_the_providers_number_waits_and_goes_by_the_number_that_they_are_given()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        var (batch, template) = (Guid.CreateVersion7(), await studio.TemplateAsync());
        await studio.QueueAsync(batch, template, [member]);
        var browser = await host.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, studio.Brand);
        var page = $"/brands/{studio.Brand.Code}/marketing/templates/{template.Code}";

        host.Gateway.NeedsProviderCode = true;
        await studio.HandOverAsync();
        var (waiting, told) = (await studio.MessageAsync(batch, member), await browser.OpenAsync(page));
        var coded = await studio.RunAsync(new EditTemplate.Input(template.Code, Terms() with { ProviderCode = "SMS_77" }));
        await studio.SecondAsync(new ApproveTemplate.Input(template.Code, 2, coded.WordingMark!));
        host.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        await studio.HandOverAsync();
        host.Gateway.NeedsProviderCode = false;

        (waiting.State, waiting.Reason, waiting.RequestId)
            .ShouldBe((MessageState.Queued, MessageReason.ProviderCodeMissing, null));
        told.ShouldContain("the gateway needs the provider code");
        (await browser.OpenAsync(page)).ShouldNotContain("the gateway needs the provider code");
        (await studio.MessageAsync(batch, member)).State.ShouldBe(MessageState.Accepted);
        host.Gateway.Taken.Single(t => t.Letter.Address == member.Mobile).Order.ProviderCode.ShouldBe("SMS_77");
    }
}
