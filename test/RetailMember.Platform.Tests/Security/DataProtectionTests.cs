using Microsoft.EntityFrameworkCore;
using RetailMember.People;
using RetailMember.Platform.Tests.Probe;

namespace RetailMember.Platform.Tests.Security;

[Trait("Req", "OPS-05")]
public sealed class DataProtectionTests
{
    [Fact]
    public async Task The_keys_of_cookies_lie_sealed_in_the_database_and_serve_every_host()
    {
        await using var one = await PlatformHost.StartAsync();
        var cookie = await one.CookieAsync("root", DefaultRole.HeadOffice);
        var keys = await one.InTablesAsync(db => db.DataProtectionKeys.Select(k => k.Xml).ToListAsync());

        keys.ShouldNotBeEmpty();
        keys.ShouldAllBe(xml => xml.Contains("<sealed") && !xml.Contains("masterKey"));
        await using var two = await one.TwinAsync();
        (await two.NameOfAsync(cookie)).ShouldBe("root");
    }
}
