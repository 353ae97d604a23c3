using MethodCenter.Api.Tests.Makers;
using MethodCenter.Api.Tests.Security;

namespace MethodCenter.Api.Tests.Territory.Accounts;

internal sealed class AccountMaker : Maker
{
    public AccountMaker()
    {
        Object("/accounts/{id}", async made => (await PersonAsync(made)).Id);
        Address(
            "/accounts/{id}/grants/{grantId}",
            async made =>
            {
                var person = await PersonAsync(made);
                return $"/accounts/{person.Id}/grants/{person["grants.0.id"]}";
            }
        );
        Address(
            "/accounts/{id}/keys/{keyId}",
            async made =>
            {
                var (program, _) = await made.World.ProgramAsync(TestAccounts.Role("methodist"));
                return $"/accounts/{program.Id}/keys/{(await made.World.AccountAsync(program.Id))["keys.0.id"]}";
            }
        );
    }

    private static Task<Answer> PersonAsync(Makings made) => made.World.PersonAsync(TestAccounts.Role("methodist"));
}
