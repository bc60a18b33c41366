using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Brands;
using RetailMember.People;

namespace RetailMember.Testing;

/// <summary>The words in which plug-ins write to members.</summary>
public static class LetterWords
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("retailmember-messages-").FullName;

    /// <summary>What a host needs so that messages leave it, into files.</summary>
    public static IReadOnlyDictionary<string, string?> Gateway { get; } = new Dictionary<string, string?>
    {
        ["Messages:File:Folder"] = Folder,
    };

    /// <summary>What has left for a mobile, the oldest first.</summary>
    public static IReadOnlyList<string> TextsTo(string mobile) =>
    [
        .. Directory.EnumerateFiles(Folder, "*.jsonl").Order().SelectMany(File.ReadAllLines)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(letter => letter.GetProperty("to").GetString() == mobile)
            .Select(letter => letter.GetProperty("text").GetString()!),
    ];

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
            var draft = await PostAsync(editor, "letter-proposals", new { purpose });
            await PostAsync(
                chief, $"templates/{purpose}/approval",
                new { revision = 1, wordingMark = draft.GetProperty("wordingMark").GetString() });
        }

        async Task<JsonElement> PostAsync(HttpClient client, string path, object body)
        {
            using var answer = await client.PostAsJsonAsync($"/api/brands/{brand.Code}/marketing/{path}", body);
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{path}: {await answer.Content.ReadAsStringAsync()}");
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
    }
}
