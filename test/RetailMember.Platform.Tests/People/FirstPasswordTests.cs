using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using RetailMember.Platform.People;
using RetailMember.UseCases;

namespace RetailMember.Platform.Tests.People;

[Trait("Req", "OPS-16")]
public sealed class FirstPasswordTests
{
    [Fact]
    public async Task A_first_password_is_drawn_until_the_rules_take_it()
    {
        using var people = People();
        var person = new Person { UserName = "ab", DisplayName = "Abe" };
        for (var i = 0; i < 1_000; i++)
            (await people.FirstPasswordAsync(person)).ShouldNotContain("ab", Case.Insensitive);
    }

    [Fact]
    public void A_refused_request_says_in_the_log_which_field_and_why()
    {
        Refusal.Invalid("password", "field.password-is-common").Message
            .ShouldBe("request.invalid (password: field.password-is-common)");
        new Refusal("platform.user-name-taken", RefusalKind.Conflict).Message.ShouldBe("platform.user-name-taken");
    }

    private static UserManager<Person> People() => new(
        new PersonStore(null!), null!, null!, [], [new NoUserNameInPassword(), new NoCommonPassword()], null!, null!, null!,
        NullLogger<UserManager<Person>>.Instance);
}
