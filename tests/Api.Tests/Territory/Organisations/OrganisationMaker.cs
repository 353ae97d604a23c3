using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Territory.Organisations;

internal sealed class OrganisationMaker : Maker
{
    public OrganisationMaker()
    {
        Object(
            "/organisations/{id}",
            made => made.World.OrganisationAsync(made.Code("school"), "Школа " + made.Number())
        );
        Address(
            "/organisations/by-key/{source}/{key}",
            async made =>
            {
                var address = $"/organisations/by-key/maker/{made.Code("key")}";
                var body = new
                {
                    code = made.Code("keyed"),
                    shortName = "По ключу",
                    kind = "secondarySchool",
                };
                (await made.Api.PutAsync(address, body)).Expect(HttpStatusCode.Created);
                return address;
            }
        );
    }
}
