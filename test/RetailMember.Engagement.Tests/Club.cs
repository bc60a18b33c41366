using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Brands;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Engagement.SignUps;
using RetailMember.People;
using RetailMember.Testing;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Tests;

/// <summary>A brand of its own with members and events, and the whole product behind it.</summary>
internal sealed class Club(TestHost host, HttpClient office, Brand brand)
{
    private static int last = 40_000;

    public Brand Brand => brand;

    public static async Task<Club> OpenAsync(HostFixture fixture)
    {
        var brand = await fixture.Host.BrandAsync("e" + Key()[^12..], "s1", "s2");
        var club = new Club(fixture.Host, await fixture.Host.Staff.AdministratorAsync(), brand);
        await club.PostAsync("membership/programmes/start", new { template = "four-tiers", effectiveFrom = "2020-01-01T00:00:00" });
        return club;
    }

    public static string Key() => Guid.CreateVersion7().ToString("N");

    public async Task<string> MemberAsync()
    {
        var mobile = (13_600_000_000 + Interlocked.Increment(ref last)).ToString(CultureInfo.InvariantCulture);
        var member = await PostAsync("membership/members", new { key = Key(), name = "李明", mobile, storeCode = "s1" });
        return member.GetProperty("memberNo").GetString()!;
    }

    public async Task<string[]> MembersAsync(int count)
    {
        var members = new string[count];
        for (var i = 0; i < count; i++) members[i] = await MemberAsync();
        return members;
    }

    /// <summary>This afternoon at the first store, published.</summary>
    public async Task<string> EventAsync(int seats, long points = 0, Func<EventTerms, EventTerms>? with = null)
    {
        var code = "e" + Key()[^12..];
        await RunAsync(new EditEvent.Input(code, Terms(seats, points, with)));
        await RunAsync(new PublishEvent.Input(code));
        return code;
    }

    public EventTerms Terms(int seats, long points = 0, Func<EventTerms, EventTerms>? with = null)
    {
        var day = brand.LocalOf(host.Time.GetUtcNow().UtcDateTime).Date;
        var terms = new EventTerms
        {
            Name = new LocalName("品鉴会", "Tasting"),
            Content = new LocalName("内容", "Content"),
            StoreCode = "s1",
            StartsAt = day.AddHours(14),
            EndsAt = day.AddHours(16),
            SignUpFrom = day.AddDays(-10),
            SignUpTo = day.AddHours(14),
            Seats = seats,
            Points = points,
            WaitingList = true,
        };
        return with?.Invoke(terms) ?? terms;
    }

    public static JoinEvent.Input Join(string happening, string member, int guests = 0) =>
        new() { Key = Key(), Event = happening, Member = member, Guests = guests };

    public static RecordAttendance.Input Seen(string happening, string member, bool walkIn = false) =>
        new() { Event = happening, Member = member, WalkIn = walkIn, StoreCode = "s1" };

    public Task<TResult> RunAsync<TResult>(IInput<TResult> input) => host.RunAsync(input, brand);

    public async Task<string?> RefusalAsync<TResult>(IInput<TResult> input) =>
        (await host.TryAsync(input, brand)).Refusal is { } no ? CodeOf(no) : null;

    /// <summary>As the member himself, on his phone.</summary>
    public async Task<Outcome<TResult>> TryAsAsync<TResult>(string member, IInput<TResult> input)
    {
        var id = await host.InBrandAsync(brand, async scope =>
            (await ((Membership.IMemberFiles)scope.GetService(typeof(Membership.IMemberFiles))!)
                .FindAsync([member], CancellationToken.None))[member].Id);
        return await host.Entry.TryAsync(
            input, new CallContext(Caller.Member(id, member, brand.Id), Channel.Api) { Brand = brand });
    }

    public async Task<long> PointsAsync(string member) =>
        (await GetAsync("membership/members/" + member)).GetProperty("balances").EnumerateArray()
        .First(b => b.GetProperty("unit").GetString() == "points").GetProperty("usable").GetInt64();

    public async Task<bool> SoundAsync() => (await GetAsync("membership/books")).GetProperty("sound").GetBoolean();

    public async Task<JsonElement> GetAsync(string path) => await office.GetFromJsonAsync<JsonElement>(Address(path));

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var response = await office.PostAsJsonAsync(Address(path), body);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(path + text);
        return JsonDocument.Parse(text).RootElement;
    }

    public static string CodeOf(Refusal no) => no.Fields is [var field, ..] ? field.Code : no.Code;

    private string Address(string path) => $"/api/brands/{brand.Code}/{path}";
}
