using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Direct.TestAddresses;
using RetailMember.Marketing.Gateways;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Signatures;
using RetailMember.Marketing.Templates;
using RetailMember.Marketing.WeChat;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Demonstration;

/// <summary>A signature, approved words, one draft, followers in WeChat, and messages of each brand of the demonstration.</summary>
internal sealed class MarketingDemonstration(
    UseCaseEntry entry, IBrandDirectory brands, GatewayChoice gateways, IServiceScopeFactory scopes, TimeProvider time) : IDemonstration
{
    private const int Readers = 24;
    private const int Followers = 18;

    private const string TestMobile = "19900000001";

    public int Order => 500;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        foreach (var brand in brands.Brands)
        {
            var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine)
            {
                Brand = brand, At = time.GetUtcNow().UtcDateTime,
            };
            var chief = call with { Caller = Caller.House("head-office") };
            await entry.RunAsync(new ProposeSignature.Input(brand.Name), call, cancel);
            await entry.RunAsync(new ApproveSignature.Input(brand.Name), chief, cancel);
            foreach (var (code, terms) in DemoTemplates.Of(brand.Name))
            {
                var written = await entry.RunAsync(new EditTemplate.Input(code, terms), call, cancel);
                await entry.RunAsync(new ApproveTemplate.Input(code, 1, written.WordingMark!), chief, cancel);
            }

            await entry.RunAsync(new AddTestAddress.Input(MessageChannel.Sms, "运营中心", TestMobile), chief, cancel);
            var (draft, words) = DemoTemplates.Draft(brand.Name);
            await entry.RunAsync(new EditTemplate.Input(draft, words), call, cancel);
            var queued = await QueueAsync(DemoTemplates.Promotion, call, cancel)
                + await QueueAsync(DemoTemplates.Balance, call, cancel);
            if (gateways.Of(MessageChannel.WeChat) is not null) queued += await ForWeChatAsync(call, chief, cancel);
            await entry.RunAsync(new HandOverMessages.Input(), call, cancel);
            notes.Line($"{brand.Code}: {queued} messages");
        }
    }

    /// <summary>Words for WeChat, and members who follow.</summary>
    private async Task<int> ForWeChatAsync(CallContext call, CallContext chief, CancellationToken cancel)
    {
        var written = await entry.RunAsync(
            new EditTemplate.Input(DemoTemplates.WeChatBalance, DemoTemplates.ForWeChat(call.RequiredBrand.Name)), call, cancel);
        await entry.RunAsync(new ApproveTemplate.Input(DemoTemplates.WeChatBalance, 1, written.WordingMark!), chief, cancel);
        foreach (var (place, member) in (await MembersAsync(call, cancel)).Take(Followers).Index())
            await entry.RunAsync(
                new LinkWeChat.Input(member, FormattableString.Invariant($"oDemonstration{call.RequiredBrand.Id:00000}{place:000000000}")),
                call, cancel);
        return await QueueAsync(DemoTemplates.WeChatBalance, call, cancel);
    }

    private async Task<IReadOnlyList<string>> MembersAsync(CallContext call, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = call.RequiredBrand.Id;
        var members = await scope.ServiceProvider.GetRequiredService<IMemberFiles>()
            .WalkAsync(new MemberSegment([]), after: null, Readers, cancel);
        return [.. members.Select(m => m.MemberNo)];
    }

    private async Task<int> QueueAsync(string template, CallContext call, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DataSession>();
        session.Brand = call.RequiredBrand.Id;
        var members = await scope.ServiceProvider.GetRequiredService<IMemberFiles>()
            .WalkAsync(new MemberSegment([]), after: null, Readers, cancel);
        var words = await scope.ServiceProvider.GetRequiredService<MarketingDb>().Templates.AsNoTracking()
            .SingleAsync(t => t.Code == template, cancel);
        var queue = scope.ServiceProvider.GetRequiredService<MessageQueue>();
        await session.BeginAsync(cancel);
        var batch = await queue.OpenAsync(
            new NewBatch(Guid.CreateVersion7(), "demonstration:" + template, words.Id), call, cancel);
        var added = await queue.AddAsync(
            batch.Id, [.. members.Select((m, i) => new NewMessage(m.Id, Points(i)))], call, cancel);
        await session.CommitAsync(cancel);
        return added;
    }

    private static Dictionary<string, string> Points(int place) =>
        new() { ["points"] = (200 + (35 * place)).ToString(CultureInfo.InvariantCulture) };
}
