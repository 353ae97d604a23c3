using System.Globalization;
using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Office.StatedFigures;

internal sealed class StatedFigureMaker : Maker
{
    public StatedFigureMaker() =>
        Object(
            "/stated-figures/{id}",
            made =>
            {
                var year = 1999 + made.Next("stated-figure");
                return made.PostAsync(
                    "/stated-figures",
                    new
                    {
                        report = "courses",
                        period = string.Create(CultureInfo.InvariantCulture, $"{year}-{year + 1}"),
                        cellKey = "total",
                        value = 760,
                        source = "Отчёт центра, таблица 2",
                    }
                );
            }
        );
}
