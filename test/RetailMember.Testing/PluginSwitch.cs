using System.Net.Http.Json;
using Shouldly;

namespace RetailMember.Testing;

public static class PluginSwitch
{
    /// <summary>Switches a plug-in for a brand, as head office does.</summary>
    public static async Task SwitchAsync(this HttpClient headOffice, string module, string brand, bool? on, string? store = null)
    {
        var answer = await headOffice.PutAsJsonAsync(
            $"/api/brands/{brand}/platform/modules/{module}", new { on, storeCode = store });
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }
}
