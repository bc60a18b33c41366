using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.People;
using RetailMember.Platform.Access;
using RetailMember.Platform.People;
using RetailMember.Platform.Tests.Probe;
using RetailMember.Testing;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Platform.Tests.People;

[Trait("Req", "OPS-16")]
public sealed class SignInTests : IAsyncLifetime
{
    private readonly TestClock clock = new(TestClock.Morning);
    private PlatformHost host = null!;
    private Brand brand = null!;

    public async ValueTask InitializeAsync()
    {
        host = await PlatformHost.StartAsync(settings: Wide, time: clock);
        brand = await host.OpenBrandAsync("pharmacy");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_wrong_name_a_wrong_password_and_a_locked_account_sound_the_same()
    {
        await new Staff(host).PersonAsync("ann", DefaultRole.Cashier, brand);
        var wrongName = await TryAsync("nobody", "whatever it is");
        var wrongPassword = await TryAsync("ann", "whatever it is");
        for (var i = 0; i < SignInAttempts.Allowed; i++) await TryAsync("ann", "whatever it is");
        var locked = await TryAsync("ann", Staff.Password);

        wrongName.ShouldBe(wrongPassword);
        locked.ShouldBe(wrongPassword);
        locked.ShouldContain("sign-in.failed");
    }

    [Fact]
    public async Task A_locked_account_opens_after_a_quarter_of_an_hour_or_by_hand()
    {
        await new Staff(host).PersonAsync("ann", DefaultRole.Cashier, brand);
        for (var i = 0; i < SignInAttempts.Allowed; i++) await TryAsync("ann", "whatever it is");
        (await TryAsync("ann", Staff.Password)).ShouldContain("sign-in.failed");

        clock.Advance(SignInAttempts.Lockout + TimeSpan.FromSeconds(1));
        (await TryAsync("ann", Staff.Password)).ShouldContain("accessToken");

        for (var i = 0; i < SignInAttempts.Allowed; i++) await TryAsync("ann", "whatever it is");
        await host.Entry.RunAsync(new UnlockPerson.Input(IdOf("ann")), host.In(brand));
        (await TryAsync("ann", Staff.Password)).ShouldContain("accessToken");
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Guesses_in_parallel_do_not_get_more_tries(DatabaseKind kind)
    {
        await using var own = await PlatformHost.StartAsync(kind, Wide);
        await new Staff(own).PersonAsync("ann", DefaultRole.HeadOffice);

        var guesses = Enumerable.Range(0, 30).Select(i => (Name: "ann", Password: $"guess number {i}"));
        await Task.WhenAll(guesses.Select(g => TryAsync(own, g.Name, g.Password)));

        (await TryAsync(own, "ann", Staff.Password)).ShouldContain("sign-in.failed");
    }

    [Theory]
    [InlineData("1234567890")]
    [InlineData("qwertyuiop123")]
    [InlineData("password2026")]
    [InlineData("woaini5201314")]
    [InlineData("abcdeabcde12")]
    public async Task A_password_that_guessers_try_first_is_refused(string password)
    {
        var made = await host.Entry.RunAsync(new CreatePerson.Input("eve", "Eve", DefaultRole.HeadOffice), PlatformHost.House);
        using var client = host.Client(await new Staff(host).TokenAsync("eve", made.FirstPassword));
        var refused = await client.PostAsJsonAsync(
            "/api/platform/account/password", new { currentPassword = made.FirstPassword, newPassword = password });
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("field.password-is-common");
    }

    [Fact]
    public async Task A_first_password_lets_in_only_to_choose_another()
    {
        var made = await host.Entry.RunAsync(new CreatePerson.Input("ann", "Ann", DefaultRole.HeadOffice), PlatformHost.House);
        using var client = host.Client(await new Staff(host).TokenAsync("ann", made.FirstPassword));
        string[] closed =
            ["/api/platform/people", $"/api/brands/{brand.Code}/platform/stores", "/api/brands/none/platform/stores"];
        foreach (var address in closed)
        {
            var refused = await client.GetAsync(address);
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
            (await refused.Content.ReadAsStringAsync()).ShouldContain("sign-in.own-password-first");
        }

        (await client.GetAsync("/api/platform/account")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var tooShort = await client.PostAsJsonAsync(
            "/api/platform/account/password", new { currentPassword = made.FirstPassword, newPassword = "short" });
        tooShort.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await tooShort.Content.ReadAsStringAsync()).ShouldContain("field.password-too-short");
        var changed = await client.PostAsJsonAsync(
            "/api/platform/account/password", new { currentPassword = made.FirstPassword, newPassword = Staff.Password });
        changed.StatusCode.ShouldBe(HttpStatusCode.OK, await changed.Content.ReadAsStringAsync());

        // The token that came with the first password went with it.
        (await client.GetAsync("/api/platform/people")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var again = host.Client(await new Staff(host).TokenAsync("ann", Staff.Password));
        (await again.GetAsync("/api/platform/people")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("leaves")]
    [InlineData("gets a new password")]
    [InlineData("loses the role")]
    public async Task Who_leaves_or_loses_a_right_feels_it_at_the_next_request(string what)
    {
        using var client = host.Client(await new Staff(host).PersonAsync("ann", DefaultRole.OperationsDirector, brand));
        (await client.GetAsync("/api/brands/pharmacy/platform/stores")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var (id, call) = (IdOf("ann"), host.In(brand));

        if (what == "leaves") await host.Entry.RunAsync(new DeactivatePerson.Input(id), call);
        else if (what == "loses the role") await host.Entry.RunAsync(new WithdrawRole.Input(id, DefaultRole.OperationsDirector), call);
        else await host.Entry.RunAsync(new ResetPassword.Input(id), call);

        var expected = what == "loses the role" ? HttpStatusCode.NotFound : HttpStatusCode.Unauthorized;
        (await client.GetAsync("/api/brands/pharmacy/platform/stores")).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task A_token_is_renewed_until_the_password_changes()
    {
        await new Staff(host).PersonAsync("ann", DefaultRole.OperationsDirector, brand);
        var first = await host.Client().PostAsJsonAsync("/api/platform/token", new { userName = "ann", password = Staff.Password });
        var refreshToken = (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("refreshToken").GetString();

        clock.Advance(TimeSpan.FromHours(2));
        (await RefreshAsync(refreshToken!)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await host.Entry.RunAsync(new ResetPassword.Input(IdOf("ann")), host.In(brand));
        (await RefreshAsync(refreshToken!)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await RefreshAsync("nonsense")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task With_an_authenticator_the_password_alone_is_not_enough_and_a_code_serves_once()
    {
        var (key, recovery) = await ProtectAsync(host, "ann");

        (await TryAsync("ann", Staff.Password)).ShouldContain("sign-in.code-needed");
        var used = Authenticator.CodeOf(key, clock);
        (await TryAsync("ann", Staff.Password, used)).ShouldContain("sign-in.failed");
        (await TryAsync("ann", Staff.Password, recovery)).ShouldContain("accessToken");
        (await TryAsync("ann", Staff.Password, recovery)).ShouldContain("sign-in.failed");
        (await TryAsync("ann", Staff.Password, Authenticator.CodeOf(key, clock, stepsAhead: 1))).ShouldContain("accessToken");
    }

    [Fact]
    public async Task An_older_code_does_not_serve_after_a_newer_one_even_if_nobody_used_it()
    {
        var (key, _) = await ProtectAsync(host, "ann");
        clock.Advance(TimeSpan.FromMinutes(2));

        (await TryAsync("ann", Staff.Password, Authenticator.CodeOf(key, clock))).ShouldContain("accessToken");
        (await TryAsync("ann", Staff.Password, Authenticator.CodeOf(key, clock, stepsAhead: -1))).ShouldContain("sign-in.failed");
        clock.Advance(TimeSpan.FromSeconds(30));
        (await TryAsync("ann", Staff.Password, Authenticator.CodeOf(key, clock))).ShouldContain("accessToken");
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Of_many_at_once_with_the_same_code_one_gets_in(DatabaseKind kind)
    {
        await using var own = await PlatformHost.StartAsync(kind, Wide, clock);
        var (key, _) = await ProtectAsync(own, "ann");
        clock.Advance(TimeSpan.FromMinutes(2));
        var code = Authenticator.CodeOf(key, clock);

        var tries = await Task.WhenAll(
            Enumerable.Range(0, SignInAttempts.Allowed).Select(_ => TryAsync(own, "ann", Staff.Password, code)));

        tries.Count(t => t.Contains("accessToken", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("password", """{"currentPassword":"GUESS","newPassword":"another good password"}""")]
    [InlineData("authenticator/removal", """{"password":"GUESS"}""")]
    public async Task A_borrowed_screen_is_no_place_to_guess_the_password(string what, string body)
    {
        using var client = host.Client(await new Staff(host).PersonAsync("ann", DefaultRole.OperationsDirector, brand));
        for (var i = 0; i < SignInAttempts.Allowed; i++)
            (await AskAsync("whatever it is")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await AskAsync(Staff.Password)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        clock.Advance(SignInAttempts.Lockout + TimeSpan.FromSeconds(1));
        (await AskAsync(Staff.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);

        Task<HttpResponseMessage> AskAsync(string password) => client.PostAsync(
            "/api/platform/account/" + what,
            new StringContent(body.Replace("GUESS", password), System.Text.Encoding.UTF8, "application/json"));
    }

    [Fact]
    public async Task However_busy_a_session_ends_after_twelve_hours()
    {
        await new Staff(host).PersonAsync("ann", DefaultRole.OperationsDirector, brand);
        var answer = await host.Client().PostAsJsonAsync("/api/platform/token", new { userName = "ann", password = Staff.Password });
        for (var hours = 0.75; hours < 12; hours += 0.75)
        {
            clock.Advance(TimeSpan.FromHours(0.75));
            answer = await RefreshAsync((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("refreshToken").GetString()!);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"after {hours} hours");
        }

        var last = await answer.Content.ReadFromJsonAsync<JsonElement>();
        using var client = host.Client("Bearer " + last.GetProperty("accessToken").GetString());
        (await client.GetAsync("/api/platform/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        clock.Advance(TimeSpan.FromHours(0.75));
        (await client.GetAsync("/api/platform/account")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await RefreshAsync(last.GetProperty("refreshToken").GetString()!)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_cookie_in_use_ends_after_twelve_hours_too()
    {
        var cookie = await host.CookieAsync("ann", DefaultRole.HeadOffice);
        var badge = Badge.Read((await host.PrincipalOfAsync(cookie))!, clock.GetUtcNow()).ShouldNotBeNull();

        Badge.Read(badge.ToPrincipal(), clock.GetUtcNow() + Badge.LongestSession - TimeSpan.FromSeconds(1)).ShouldNotBeNull();
        Badge.Read(badge.ToPrincipal(), clock.GetUtcNow() + Badge.LongestSession).ShouldBeNull();
        clock.Advance(TimeSpan.FromHours(1));
        (await host.NameOfAsync(cookie)).ShouldBe("ann");
        clock.Advance(TimeSpan.FromHours(2));
        (await host.NameOfAsync(cookie)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 300)]
    [InlineData(120, 180)]
    [InlineData(300, 300)]
    [InlineData(950, 250)]
    public void A_failure_ends_with_a_beat_however_long_it_took(int took, int rest) =>
        SignInDesk.RestOfBeat(TimeSpan.FromMilliseconds(took)).ShouldBe(TimeSpan.FromMilliseconds(rest));

    [Fact]
    public void What_Identity_thinks_of_a_password_has_a_code_and_a_text_of_ours()
    {
        var texts = new TextCatalogue([typeof(PlatformModule).Assembly]).In("en");
        Passwords.Codes.Values.ShouldAllBe(code => texts.ContainsKey("refusal." + code));
        var strange = IdentityResult.Failed(new IdentityError { Code = "SomethingNew" });
        Should.Throw<Refusal>(() => strange.OrRefuse("newPassword")).Fields.Single().Code.ShouldBe("field.malformed");
    }

    private async Task<(string Key, string RecoveryCode)> ProtectAsync(PlatformHost at, string userName)
    {
        using var client = at.Client(await new Staff(at).PersonAsync(userName, DefaultRole.HeadOffice));
        var set = await client.PostAsJsonAsync("/api/platform/account/authenticator", new { });
        var key = (await set.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
        var confirmed = await client.PostAsJsonAsync(
            "/api/platform/account/authenticator/confirmation", new { code = Authenticator.CodeOf(key, clock) });
        confirmed.StatusCode.ShouldBe(HttpStatusCode.OK, await confirmed.Content.ReadAsStringAsync());
        var codes = (await confirmed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("recoveryCodes");
        return (key, codes[0].GetString()!);
    }

    private static Dictionary<string, string?> Wide => new()
    {
        ["RateLimits:SignInPerMinute"] = "1000",
        ["RateLimits:AddressSignInPerMinute"] = "1000",
        ["RateLimits:AddressPerSecond"] = "1000",
    };

    private Task<string> TryAsync(string userName, string password, string? code = null) => TryAsync(host, userName, password, code);

    private static async Task<string> TryAsync(PlatformHost host, string userName, string password, string? code = null)
    {
        var response = await host.Client().PostAsJsonAsync("/api/platform/token", new { userName, password, code });
        return await response.Content.ReadAsStringAsync();
    }

    private Task<HttpResponseMessage> RefreshAsync(string refreshToken) =>
        host.Client().PostAsJsonAsync("/api/platform/token/refresh", new { refreshToken });

    private Guid IdOf(string userName) =>
        ((AccessDirectory)host.Services.GetService(typeof(AccessDirectory))!).Current.People.Values.Single(p => p.UserName == userName).Id;
}
