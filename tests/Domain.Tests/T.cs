namespace MethodCenter.Domain.Tests;

public class T
{
    [Fact]
    public void X()
    {
        true.ShouldBeTrue();
    }
}
