using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Direct.TestAddresses;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Receipts;
using RetailMember.Marketing.Signatures;
using RetailMember.Marketing.Templates;
using RetailMember.Membership;
using RetailMember.Membership.Members.Merging;
using RetailMember.People;
using RetailMember.Testing;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Tests;

/// <summary>A host whose gateway tests hold in their hands.</summary>
public abstract class GatewayHost(
    DatabaseKind database, FakeGateway gateway, Action<IServiceCollection>? more = null,
    IReadOnlyDictionary<string, string?>? keys = null) : HostFixture(new TestHostOptions
{
    Database = database,
    Configuration = new Dictionary<string, string?>(keys ?? new Dictionary<string, string?>())
    {
        ["Messages:Gateway"] = "fake", ["Messages:MailGateway"] = "fake-mail", ["Messages:Aliyun:ReceiptsKey"] = ReceiptsKey,
    },
    Replace = services =>
    {
        services.AddSingleton<IMessageGateway>(gateway);
        more?.Invoke(services);
    },
})
{
    public const string ReceiptsKey = "receipts-of-the-tests";

    public FakeGateway Gateway => gateway;

    /// <summary>What the provider of short messages tells by itself; its answer.</summary>
    public async Task<string> PushAsync(string address, object[] told)
    {
        using var client = Host.Client();
        using var answer = await client.PostAsJsonAsync($"/api/marketing/{address}?key={ReceiptsKey}", told);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        return await answer.Content.ReadAsStringAsync();
    }
}

public sealed class SqliteGatewayHost() : GatewayHost(DatabaseKind.Sqlite, new FakeGateway());

public sealed class PostgresGatewayHost() : GatewayHost(DatabaseKind.Postgres, new FakeGateway());

/// <summary>A brand of its own that writes to its members, and the whole product behind it.</summary>
internal sealed class Studio(TestHost host, HttpClient office, Brand brand)
{
    public const string Signature = "海棠";

    private static int last = 60_000;

    public Brand Brand => brand;

    public static async Task<Studio> OpenAsync(HostFixture fixture)
    {
        var brand = await fixture.Host.BrandAsync("k" + Key()[^12..], "s1");
        var studio = new Studio(fixture.Host, await fixture.Host.Staff.AdministratorAsync(), brand);
        await studio.PostAsync("membership/programmes/start", new { template = "four-tiers", effectiveFrom = "2020-01-01T00:00:00" });
        await studio.RunAsync(new ProposeSignature.Input(Signature));
        await studio.SecondAsync(new ApproveSignature.Input(Signature));
        return studio;
    }

    public static string Key() => Guid.CreateVersion7().ToString("N");

    /// <param name="mobile">Null: one of his own.</param>
    public async Task<Reader> MemberAsync(bool agrees = true, string? mobile = null)
    {
        mobile ??= (13_700_000_000 + Interlocked.Increment(ref last)).ToString(CultureInfo.InvariantCulture);
        var made = await PostAsync("membership/members", new { key = Key(), name = "李明", mobile, storeCode = "s1" });
        var no = made.GetProperty("memberNo").GetString()!;
        if (agrees) await AgreeAsync(no);
        return new Reader(await IdOfAsync(no), no, mobile);
    }

    public async Task<Reader[]> MembersAsync(int count)
    {
        var members = new Reader[count];
        for (var i = 0; i < count; i++) members[i] = await MemberAsync();
        return members;
    }

    public Task AgreeAsync(string member, bool granted = true, string purpose = "marketing") => PostAsync(
        $"portal/members/{member}/consents", new { purpose, granted, wordingVersion = 1, storeCode = "s1" });

    public Task<JsonElement> OptOutInStoreAsync(string member) =>
        PostAsync("marketing/opt-outs", new { member, storeCode = "s1" });

    /// <summary>An address of the brand's own people on the list of those to which trials may go.</summary>
    public async Task<Guid> TestAddressAsync(string address, MessageChannel channel = MessageChannel.Sms) =>
        (await RunAsync(new AddTestAddress.Input(channel, "运营", address))).TestAddress;

    public async Task<JsonElement> GetAsync(string path) =>
        await office.GetFromJsonAsync<JsonElement>($"/api/brands/{brand.Code}/{path}");

    /// <summary>Sets what holds for this brand alone.</summary>
    public async Task SetAsync(string setting, string value)
    {
        using var response = await office.PutAsJsonAsync($"/api/brands/{brand.Code}/platform/settings/{setting}", new { value });
        response.EnsureSuccessStatusCode();
    }

    public static TemplateTerms Terms(TemplateKind kind = TemplateKind.Marketing) => new()
    {
        Name = "夏日", Kind = kind, Signature = Signature, Body = "${name}您好,夏日新品到店。拒收请回复TD",
        Variables = [new TemplateVariable("name", VariableSource.MemberName, 20, "王芳")],
    };

    /// <summary>Words as a channel takes them: nobody reads what is sent back to an e-mail.</summary>
    public static TemplateTerms TermsFor(MessageChannel channel) => channel == MessageChannel.Mail
        ? Terms() with { Channel = channel, Body = "${name}您好,夏日新品到店。" }
        : Terms() with { Channel = channel };

    /// <summary>An approved template.</summary>
    public async Task<MessageTemplate> TemplateAsync(TemplateKind kind = TemplateKind.Marketing, TemplateTerms? terms = null)
    {
        var code = "t" + Key()[^12..];
        var draft = await RunAsync(new EditTemplate.Input(code, terms ?? Terms(kind)));
        await SecondAsync(new ApproveTemplate.Input(code, 1, draft.WordingMark!));
        return await LookAsync(db => db.Templates.AsNoTracking().SingleAsync(t => t.Code == code));
    }

    /// <summary>A batch with a message for each of these members.</summary>
    public async Task<Guid> QueueAsync(IReadOnlyCollection<Reader> members, TemplateKind kind = TemplateKind.Marketing)
    {
        var batch = Guid.CreateVersion7();
        await QueueAsync(batch, await TemplateAsync(kind), members);
        return batch;
    }

    /// <summary>How many of them had no message of the batch yet.</summary>
    public Task<int> QueueAsync(
        Guid batch, MessageTemplate template, IReadOnlyCollection<Reader> members, long? mostFen = null) =>
        InTransactionAsync(async (queue, call) =>
        {
            await queue.OpenAsync(
                new NewBatch(batch, PurposeOf(template.Kind), template.Id) { MostFen = mostFen }, call, CancellationToken.None);
            return await queue.AddAsync(
                batch, [.. members.Select(m => new NewMessage(m.Id))], call, CancellationToken.None);
        });

    private static string PurposeOf(TemplateKind kind) => kind == TemplateKind.Marketing ? "campaign:summer" : "notices:summer";

    public Task<T> InTransactionAsync<T>(Func<MessageQueue, CallContext, Task<T>> work) =>
        host.InBrandAsync(brand, async scope =>
        {
            var session = scope.GetRequiredService<DataSession>();
            await session.BeginAsync();
            var result = await work(
                scope.GetRequiredService<MessageQueue>(),
                TestHost.House(brand) with { At = host.Time.GetUtcNow().UtcDateTime });
            await session.CommitAsync();
            return result;
        });

    /// <summary>As another module hands letters over: how many were new.</summary>
    public Task<int> PostAsync(LetterOccasion occasion, params Reader[] members) => host.InBrandAsync(brand, async scope =>
    {
        var session = scope.GetRequiredService<DataSession>();
        await session.BeginAsync();
        var queued = await scope.GetRequiredService<IMemberLetters>().QueueAsync(
            occasion, [.. members.Select(m => new MemberLetter(m.Id, new Dictionary<string, string>()))], CancellationToken.None);
        await session.CommitAsync();
        return queued;
    });

    public Task<List<Message>> OfPurposeAsync(string purpose) =>
        LookAsync(db => db.Messages.AsNoTracking().Where(m => m.Purpose.StartsWith(purpose + ":")).ToListAsync());

    public Task MergeAsync(Reader duplicate, Reader into) => RunAsync(new MergeMembers.Input
    {
        Key = Key(), Survivor = into.MemberNo, Duplicate = duplicate.MemberNo, Reason = "test",
    });

    public Task<HandOverMessages.Result> HandOverAsync() => RunAsync(new HandOverMessages.Input());

    public Task<AskReceipts.Result> AskAsync() => RunAsync(new AskReceipts.Input());

    public async Task<Message> MessageAsync(Guid batch, Reader member) =>
        await LookAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.BatchId == batch && m.MemberId == member.Id));

    public Task<List<Message>> MessagesAsync(Guid batch) =>
        LookAsync(db => db.Messages.AsNoTracking().Where(m => m.BatchId == batch).ToListAsync());

    public Task<T> LookAsync<T>(Func<MarketingDb, Task<T>> look) =>
        host.InBrandAsync(brand, scope => look(scope.GetRequiredService<MarketingDb>()));

    public Task<TResult> RunAsync<TResult>(IInput<TResult> input) => host.RunAsync(input, brand);

    /// <summary>As somebody else than <see cref="RunAsync"/>: what is edited here is approved there.</summary>
    public Task<TResult> SecondAsync<TResult>(IInput<TResult> input) => host.Entry.RunAsync(input, Second);

    public async Task<string?> RefusalAsync<TResult>(IInput<TResult> input, bool second = false) =>
        (second ? await host.Entry.TryAsync(input, Second) : await host.TryAsync(input, brand)).Refusal is { } no
            ? no.Fields is [var field, ..] ? field.Code : no.Code
            : null;

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var response = await office.PostAsJsonAsync($"/api/brands/{brand.Code}/{path}", body);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(path + text);
        return JsonDocument.Parse(text).RootElement;
    }

    private CallContext Second => new(Caller.House("second"), Channel.CommandLine) { Brand = brand };

    private Task<Guid> IdOfAsync(string memberNo) => host.InBrandAsync(brand, async scope =>
        (await scope.GetRequiredService<IMemberFiles>().FindAsync([memberNo], CancellationToken.None))[memberNo].Id);
}

/// <summary>A member who reads messages.</summary>
internal sealed record Reader(Guid Id, string MemberNo, string Mobile);
