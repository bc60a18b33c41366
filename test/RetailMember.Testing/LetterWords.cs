using System.Net.Http.Json;
using RetailMember.Brands;
using RetailMember.People;

namespace RetailMember.Testing;

/// <summary>The words in which plug-ins write to members.</summary>
public static class LetterWords
{
    /// <summary>What a host needs so that messages leave it, into files.</summary>
    public static IReadOnlyDictionary<string, string?> Gateway { get; } = new Dictionary<string, string?>
    {
        ["Messages:File:Folder"] = Path.Combine(Path.GetTempPath(), "retailmember-messages"),
    };

    private const string Signature = "本店";

    /// <summary>One takes the proposed words over, another approves them.</summary>
    public static async Task ApproveWordsAsync(this TestHost host, Brand brand, params string[] purposes)
    {
        using var editor = await host.Staff.PersonAsync(DefaultRole.OperationsDirector, brand);
        using var chief = await host.Staff.PersonAsync(DefaultRole.OperationsDirector, brand);
        await PostAsync(editor, "signatures", new { signature = Signature });
        await PostAsync(chief, $"signatures/{Signature}/approval", new { });
        foreach (var purpose in purposes)
        {
            await PostAsync(editor, "letter-proposals", new { purpose });
            await PostAsync(chief, $"templates/{purpose}/approval", new { revision = 1 });
        }

        async Task PostAsync(HttpClient client, string path, object body)
        {
            using var answer = await client.PostAsJsonAsync($"/api/brands/{brand.Code}/marketing/{path}", body);
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{path}: {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
