using RetailMember.Brands;
using RetailMember.People;
using RetailMember.Platform.People;
using RetailMember.Platform.Tests.Probe;
using RetailMember.UseCases;

namespace RetailMember.Platform.Tests.UseCases;

/// <summary>A member who has logged in himself: what is his own, and nothing else.</summary>
[Trait("Req", "CORE-38"), Trait("Req", "OPS-18")]
public sealed class OwnMemberTests : IAsyncLifetime
{
    private PlatformHost host = null!;
    private Brand brand = null!;
    private Brand other = null!;

    public async ValueTask InitializeAsync()
    {
        host = await PlatformHost.StartAsync();
        brand = await host.OpenBrandAsync("pharmacy");
        other = await host.OpenBrandAsync("apparel");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_member_reads_himself_whatever_he_calls_himself()
    {
        (await AskAsync(new ReadAnyMember.Input("me"))).Value.ShouldBe("P100001");
        (await AskAsync(new ReadAnyMember.Input("P100001"))).Value.ShouldBe("P100001");
        (await AskAsync(new ReadMyself.Input())).Value.ShouldBe("P100001");
    }

    [Fact]
    public async Task Another_member_is_not_there_for_him() =>
        (await AskAsync(new ReadAnyMember.Input("P100002"))).Refusal!.Code.ShouldBe("member.not-own");

    [Fact]
    public async Task In_another_brand_he_is_nobody() =>
        (await host.Entry.TryAsync(new ReadMyself.Input(), CallIn(other))).Refusal!.Code.ShouldBe("staff.only");

    [Fact]
    public async Task What_staff_do_is_closed_to_him()
    {
        (await AskAsync(new ViewNotes.Input())).Refusal!.Code.ShouldBe("staff.only");
        (await AskAsync(new EndOwnSessions.Input())).Refusal!.Code.ShouldBe("staff.only");
    }

    [Fact]
    public async Task What_members_do_for_themselves_is_closed_to_staff_and_to_the_house() =>
        (await host.Entry.TryAsync(new ReadMyself.Input(), host.In(brand))).Refusal!.Code.ShouldBe("member.only");

    private Task<Outcome<TResult>> AskAsync<TResult>(IInput<TResult> input) => host.Entry.TryAsync(input, CallIn(brand));

    private CallContext CallIn(Brand where) =>
        new(Caller.Member(Guid.CreateVersion7(), "P100001", brand.Id), Channel.Page) { Brand = where };
}
