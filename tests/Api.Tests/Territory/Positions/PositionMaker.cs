using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Territory.Positions;

internal sealed class PositionMaker : Maker
{
    public PositionMaker() =>
        Object(
            "/positions/{id}",
            made =>
                made.PostAsync(
                    "/positions",
                    new
                    {
                        code = made.Code("position"),
                        name = "Должность " + made.Number(),
                        category = "teaching",
                    }
                )
        );
}
