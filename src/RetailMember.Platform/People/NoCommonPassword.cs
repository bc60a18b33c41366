using Microsoft.AspNetCore.Identity;

namespace RetailMember.Platform.People;

/// <summary>
/// Refuses the long passwords that are tried first: runs along the alphabet, the digits or the keyboard, and repeats.
/// </summary>
internal sealed class NoCommonPassword : IPasswordValidator<Person>
{
    /// <summary>A password needs this many characters that do not follow from the one before.</summary>
    private const int FewestSteps = 6;

    private static readonly string[] Runs =
    [
        "01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujm", "5201314", "1314520",
    ];

    private static readonly string[] Words =
    [
        "password", "passw0rd", "admin", "welcome", "letmein", "iloveyou", "woaini", "mima", "member",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(StepsOf(password ?? "") < FewestSteps
            ? IdentityResult.Failed(new IdentityError { Code = Passwords.IsCommon })
            : IdentityResult.Success);

    /// <summary>How often a guesser has to think anew; a common word or a run is one thought.</summary>
    private static int StepsOf(string password)
    {
        var rest = password.ToLowerInvariant();
        foreach (var word in Words) rest = rest.Replace(word, "\0", StringComparison.Ordinal);
        var steps = 0;
        for (var i = 0; i < rest.Length; i++)
            if (i == 0 || !Follows(rest[i - 1], rest[i])) steps++;
        return steps;
    }

    private static bool Follows(char before, char now) =>
        before == now || Runs.Any(run => run.Contains($"{before}{now}") || run.Contains($"{now}{before}"));
}
