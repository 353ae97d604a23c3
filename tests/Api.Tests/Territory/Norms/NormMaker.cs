using System.Globalization;
using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Territory.Norms;

internal sealed class NormMaker : Maker
{
    public NormMaker() =>
        Object(
            "/norms/{id}",
            made =>
                made.PostAsync(
                    "/norms",
                    new
                    {
                        code = "course.thematic-group-size",
                        value = "20",
                        validFrom = new DateOnly(2026, 1, 1)
                            .AddDays(made.Next("norm"))
                            .ToString("O", CultureInfo.InvariantCulture),
                        basis = "Приказ № 1",
                    }
                )
        );
}
