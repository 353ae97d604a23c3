using MethodCenter.Domain.Office.StatedFigures;

namespace MethodCenter.Application.Office.StatedFigures;

/// <summary>The rows of the area.</summary>
public static class StatedFiguresStore
{
    extension(IOfficeStore store)
    {
        public DbSet<StatedFigure> StatedFigures => store.Set<StatedFigure>();
    }
}
