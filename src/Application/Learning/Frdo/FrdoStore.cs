using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Application.Learning.Frdo;

/// <summary>The rows of the area.</summary>
public static class FrdoStore
{
    extension(ILearningStore store)
    {
        public DbSet<FrdoPackage> FrdoPackages => store.Set<FrdoPackage>();

        public DbSet<FrdoRow> FrdoRows => store.Set<FrdoRow>();
    }
}
