using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Messages;
using RetailMember.Platform.Messages;
using RetailMember.Platform.Tests.Probe;
using RetailMember.UseCases;

namespace RetailMember.Platform.Tests.Messages;

[Trait("Req", "SMS-14")]
public sealed class MessageTests
{
    [Fact]
    public async Task Without_a_gateway_nothing_is_sent_and_nobody_need_ask()
    {
        await using var host = await PlatformHost.StartAsync();
        var brand = await host.OpenBrandAsync("pharmacy");
        var sender = host.Services.GetRequiredService<IMessageSender>();

        sender.IsReady(brand).ShouldBeFalse();
        (await Should.ThrowAsync<Refusal>(() => sender.SendAsync(Message(brand), default))).Code.ShouldBe("messages.no-gateway");
    }

    [Fact]
    public async Task In_Production_messages_are_never_kept()
    {
        // A host without an environment of its own is one of Production.
        await using var host = await PlatformHost.StartAsync(settings: new() { ["Messages:Gateway"] = "kept" });

        host.Services.GetRequiredService<IMessageSender>().ShouldBeOfType<NoGateway>();
    }

    [Fact]
    public async Task A_kept_message_shows_its_text_and_a_masked_mobile_and_goes_after_a_week()
    {
        await using var host = await PlatformHost.StartAsync();
        var brand = await host.OpenBrandAsync("pharmacy");

        var outcome = await ActivatorUtilities.CreateInstance<KeptMessages>(host.Services).SendAsync(Message(brand), default);

        outcome.Accepted.ShouldBeTrue();
        var kept = (await host.Entry.RunAsync(new FindSentMessages.Input(), PlatformHost.House)).Items.ShouldHaveSingleItem();
        kept.MaskedMobile.ShouldBe("138****0001");
        kept.Text.ShouldContain("8");
        (await host.Entry.RunAsync(new ForgetSentMessages.Input(), PlatformHost.House)).Forgotten.ShouldBe(0);
    }

    private static OutgoingMessage Message(Brand brand) =>
        new(brand, "13800000001", "probe.word", "refusal.too-many", [("seconds", 8)], "en");
}
