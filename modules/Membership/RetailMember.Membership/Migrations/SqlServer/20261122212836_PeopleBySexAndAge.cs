using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PeopleBySexAndAge : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "birth_year_index",
                table: "membership_person",
                type: "nvarchar(43)",
                maxLength: 43,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "sex_index",
                table: "membership_person",
                type: "nvarchar(43)",
                maxLength: 43,
                nullable: true,
                collation: "Latin1_General_100_BIN2");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "birth_year_index",
                table: "membership_person");

            migrationBuilder.DropColumn(
                name: "sex_index",
                table: "membership_person");
        }
    }
}
